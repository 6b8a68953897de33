//! Finding a matter in the words, letters and characters that visitors type.

use std::time::Instant;

use shouwen::office::{Lang, Office, find_matters, groups};

fn example() -> Office {
    Office::parse(include_str!("../../public/office/example.json")).unwrap()
}

fn found(office: &Office, words: &str) -> Vec<String> {
    find_matters(office, words).into_iter().map(|matter| matter.id.0.clone()).collect()
}

#[test]
fn the_best_match_comes_first() {
    let office = example();
    let check = |words: &str, first: &str| {
        assert_eq!(found(&office, words).first().map(String::as_str), Some(first), "{words}");
    };
    check("社保卡补办", "ssc-reissue");
    check("补卡", "ssc-reissue");
    check("社保卡丢了", "ssc-reissue");
    check("社 保 卡", "ssc-reissue");
    check("社保卡 密码", "ssc-password");
    check("密码 社保卡", "ssc-password");
    check("结婚", "marry");
    check("離婚", "divorce");
    check("身份證丟失補領", "id-lost");
    check("我的社保卡丟了怎麼辦", "ssc-reissue");
    check("證件 護照", "passport");
    check("养老金", "pension-claim");
    check("违建", "illegal-building");
    check("我的社保卡丢了怎么办", "ssc-reissue");
    check("给孩子上户口要带什么", "hukou-birth");
    check("煤气味", "gas-check");
    check("she bao ka bu ban", "ssc-reissue");
    check("shebaoka", "ssc-reissue");
    check("SheBaoKa", "ssc-reissue");
    check("sbk", "ssc-reissue");
    check("shebk", "ssc-reissue");
    check("sbkmm", "ssc-password");
    check("ｓｂｋ", "ssc-reissue");
    check("gongjijin", "fund-loan");
    check("flyz", "legal-aid");
    check("falüyuanzhu", "legal-aid");
    check("yibao", "med-join");
    check("lost card", "ssc-reissue");
    check("Pension", "pension-join");
    check("marriage", "marry");
    check("wheelchair", "agent-help");
    check("pothole", "road-defect");
    check("licence restaurant", "food-licence");
}

#[test]
fn what_nearly_every_matter_asks_for_finds_those_that_are_about_it() {
    let office = example();
    for words in ["身份证", "身份證", "sfz", "ID card"] {
        let found = found(&office, words);
        assert!(found.iter().any(|id| id == "id-lost"), "{words}: {found:?}");
        assert!(!found.iter().any(|id| id == "pension-claim"), "{words}: it only asks for one: {found:?}");
    }
    // No matter is about this one; those that mention it are all there are.
    assert!(found(&office, "个人档案").iter().any(|id| id == "pension-claim"));
}

#[test]
fn a_name_in_traditional_characters_finds_its_matter() {
    let office = example();
    for matter in &office.matters {
        let name = matter.name.in_lang(Lang::Hant);
        assert_eq!(found(&office, &name).first(), Some(&matter.id.0), "{name}");
    }
}

#[test]
fn everything_that_fits_is_found() {
    let office = example();
    let check = |words: &str, expected: &[&str]| {
        let found = found(&office, words);
        for id in expected {
            assert!(found.iter().any(|each| each == id), "{words}: {id} not in {found:?}");
        }
    };
    check("公积金", &["fund-rent", "fund-buy", "fund-loan", "fund-retire"]);
    check("gjj", &["fund-rent", "fund-buy", "fund-loan", "fund-retire"]);
    check("housing fund", &["fund-rent", "fund-buy", "fund-loan", "fund-retire"]);
    check("身份证", &["id-renew", "id-lost", "id-first", "id-temp"]);
    check("公示", &["estate-inherit", "plan-permit"]);
}

#[test]
fn what_does_not_fit_is_not_found() {
    let office = example();
    let check = |words: &str, absent: &str| {
        let found = found(&office, words);
        assert!(!found.iter().any(|id| id == absent), "{words}: {found:?}");
    };
    check("结婚", "water-open");
    check("结婚 抵押", "marry");
    check("sbk", "marry");
    check("lost card", "marry");
    check("art", "start-loan");
    for nothing in ["zzzz", "qwertyuiop", "鑫", "<script>alert(1)</script>"] {
        assert_eq!(found(&office, nothing), [""; 0], "{nothing}");
    }
}

#[test]
fn where_nothing_fits_a_few_near_ones_are_offered() {
    let office = example();
    let guesses = found(&office, "驾驶证被狗咬坏掉");
    assert!((1..=6).contains(&guesses.len()), "{guesses:?}");
    assert!(guesses.iter().any(|id| id == "drive-lost"), "{guesses:?}");
}

#[test]
fn no_words_list_everything_by_department() {
    let office = example();
    let by_group: Vec<String> =
        groups(&office).iter().flat_map(|group| group.matters.iter().map(|matter| matter.id.0.clone())).collect();
    assert_eq!(by_group.len(), office.matters.len());
    for blank in ["", "  ", "\u{3000}", "…?"] {
        assert_eq!(found(&office, blank), by_group, "{blank:?}");
    }
    let departments: Vec<_> = groups(&office).iter().map(|group| &group.department.id).collect();
    let written: Vec<_> = office.departments.iter().map(|department| &department.id).collect();
    assert_eq!(departments, written);
}

#[test]
fn a_name_finds_its_own_matter_first_in_every_spelling() {
    let office = example();
    for matter in &office.matters {
        let id = &matter.id.0;
        assert_eq!(found(&office, &matter.name.zh).first(), Some(id));
        let by_pinyin = found(&office, &matter.pinyin);
        assert_eq!(by_pinyin.first(), Some(id), "{}", matter.pinyin);
        assert!(found(&office, &matter.pinyin.replace(' ', "")).contains(id), "{}", matter.pinyin);
        assert!(found(&office, &matter.name.en).contains(id), "{}", matter.name.en);
        for word in &matter.words {
            assert!(found(&office, word).contains(id), "{id}: {word}");
        }
    }
}

#[test]
fn no_words_and_no_office_make_it_hang() {
    let mut office = example();
    for matter in &mut office.matters {
        matter.pinyin = ["aaaaaa"; 200].join(" ");
    }
    let started = Instant::now();
    find_matters(&office, &"a".repeat(10_000));
    let taken_ms = started.elapsed().as_millis();
    assert!(taken_ms < 2_000, "{taken_ms} ms");
}
