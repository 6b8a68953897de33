//! The macro that makes a table of messages.

/// Declares a struct of messages from rows of `name: 简体, 繁體, English;`, with the constants `HANS`, `HANT` and `EN`.
macro_rules! table {
    ($(#[$meta:meta])* $table:ident { $($name:ident: $hans:literal, $hant:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        pub(crate) struct $table {
            $(pub(crate) $name: &'static str,)+
        }

        impl $table {
            pub(crate) const HANS: Self = Self { $($name: $hans,)+ };
            pub(crate) const HANT: Self = Self { $($name: $hant,)+ };
            pub(crate) const EN: Self = Self { $($name: $en,)+ };
        }
    };
}
pub(crate) use table;
