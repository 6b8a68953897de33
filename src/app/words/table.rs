//! The macro that makes a table of messages.

/// Declares a struct of messages from rows of `name: 简体, 繁體, English;`, with the constants `HANS`, `HANT` and `EN`.
///
/// Rows of `=> name(hole): 简体, 繁體, English;` stand last; they become methods that fill `{hole}`. A phrase that forgets a
/// hole does not compile.
macro_rules! table {
    ($(#[$meta:meta])* $table:ident {
        $($name:ident: $hans:literal, $hant:literal, $en:literal;)+
        $(=> $method:ident($($hole:ident),+): $method_hans:literal, $method_hant:literal, $method_en:literal;)*
    }) => {
        $(#[$meta])*
        pub(crate) struct $table {
            #[allow(dead_code)] // Only a table with holes looks at it.
            lang: $crate::office::Lang,
            $(pub(crate) $name: &'static str,)+
        }

        impl $table {
            pub(crate) const HANS: Self = Self { lang: $crate::office::Lang::Hans, $($name: $hans,)+ };
            pub(crate) const HANT: Self = Self { lang: $crate::office::Lang::Hant, $($name: $hant,)+ };
            pub(crate) const EN: Self = Self { lang: $crate::office::Lang::En, $($name: $en,)+ };

            $(pub(crate) fn $method(&self, $($hole: &str),+) -> String {
                use $crate::app::words::table::{fill_named, has_hole};
                const SAID: [&str; 3] = [$method_hans, $method_hant, $method_en];
                $(const {
                    assert!(has_hole(SAID[0], concat!("{", stringify!($hole), "}")));
                    assert!(has_hole(SAID[1], concat!("{", stringify!($hole), "}")));
                    assert!(has_hole(SAID[2], concat!("{", stringify!($hole), "}")));
                })+
                fill_named($crate::app::words::pick(self.lang, SAID), &[$((concat!("{", stringify!($hole), "}"), $hole)),+])
            })*
        }
    };
}
pub(crate) use table;

/// Puts the values into the holes that bear their names; what a value says is never looked at again.
pub(crate) fn fill_named(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut said = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((at, hole, value)) =
        values.iter().filter_map(|(hole, value)| rest.find(hole).map(|at| (at, hole, value))).min()
    {
        said.push_str(rest.get(..at).unwrap_or_default());
        said.push_str(value);
        rest = rest.get(at + hole.len()..).unwrap_or_default();
    }
    said.push_str(rest);
    said
}

/// Tells, while compiling, whether a phrase has a hole.
#[allow(clippy::indexing_slicing)] // Runs in the compiler, where a wrong index is an error message.
pub(crate) const fn has_hole(phrase: &str, hole: &str) -> bool {
    let (phrase, hole) = (phrase.as_bytes(), hole.as_bytes());
    let mut start = 0;
    while start + hole.len() <= phrase.len() {
        let mut same = 0;
        while same < hole.len() && phrase[start + same] == hole[same] {
            same += 1;
        }
        if same == hole.len() {
            return true;
        }
        start += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::fill_named;

    #[wasm_bindgen_test]
    fn a_value_that_looks_like_a_hole_is_left_alone() {
        let check = |phrase: &str, values: &[(&str, &str)], expected: &str| {
            assert_eq!(fill_named(phrase, values), expected);
        };
        check("共 {n} 件", &[("{n}", "3")], "共 3 件");
        check("{a} → {b}", &[("{a}", "{b}"), ("{b}", "x")], "{b} → x");
        check("{b} ← {a}", &[("{a}", "1"), ("{b}", "2")], "2 ← 1");
        check("平", &[("{a}", "1")], "平");
    }
}
