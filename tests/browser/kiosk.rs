//! The visitors' back office, as its page sees it.

use std::cell::RefCell;
use std::rc::Rc;

use shouwen::backoffice::{Assets, Marker, Outbox, Service, Visitors, tell_visitors};
use shouwen::protocol::{Request, VisitorAsk};

fn pack(name: &str) -> Option<Vec<u8>> {
    let pack = include_bytes!("../../src/rules/packs/compact/C07.pack");
    (name == "packs/C07.pack").then(|| pack.to_vec())
}

/// A visitors' back office, and what it posts.
pub(crate) struct Kiosk {
    service: Service<Visitors>,
    posts: Rc<RefCell<Vec<String>>>,
}

impl Kiosk {
    pub(crate) async fn open(name: &str, marker: Marker) -> Self {
        let posts = Rc::new(RefCell::new(Vec::new()));
        let outbox = Outbox::new(
            {
                let posts = Rc::clone(&posts);
                move |json, _| posts.borrow_mut().push(json)
            },
            tell_visitors,
        );
        let service = Service::open(name, marker, Assets::Given(pack), outbox).await;
        let kiosk = Self { service, posts };
        assert_eq!(kiosk.heard(), [r#"[{"ready":{"Ok":null}}]"#]);
        kiosk
    }

    /// What was posted since this was last asked.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.posts.take()
    }

    /// Has a matter registered, or practises it; what is posted then.
    pub(crate) async fn send(&self, command: &str, nonce: &str) -> Vec<String> {
        let request = format!(
            r#"{{"id":7,"lang":"zh-Hans","ask":{{"do":{{"{command}":{{"nonce":"{nonce}","matter":"ssc-reissue","subject":"",
            "kind":null,"visitor":{{"name":"周阿婆","phone":"13912345678","anonymous":false}},"details":"",
            "reception":"kiosk"}}}}}}}}"#
        );
        self.ask(&request).await
    }

    /// Asks how a matter stands; what is posted then.
    pub(crate) async fn progress(&self, number: &str) -> Vec<String> {
        let query = format!(r#"{{"progress":{{"number":"{number}","phone_ending":"5678"}}}}"#);
        self.ask(&format!(r#"{{"id":7,"lang":"zh-Hans","ask":{{"see":{query}}}}}"#)).await
    }

    async fn ask(&self, request: &str) -> Vec<String> {
        let request: Request<VisitorAsk> = serde_json::from_str(request).unwrap();
        self.service.answer(request, None).await;
        self.heard()
    }
}

/// The number that a lone reply acknowledges.
pub(crate) fn number(posts: &[String]) -> Option<&str> {
    let [reply] = posts else { return None };
    let (_, number) = reply
        .strip_prefix(r#"[{"reply":{"id":7,"reply":{"Ok":{"done":{"acknowledged":"#)?
        .split_once(r#""number":""#)?;
    number.split('"').next()
}

/// Which of its day and device a number is.
pub(crate) fn count(number: &str) -> &str {
    &number.rsplit_once('-').unwrap().1[..4]
}
