//! Ids that the compiler tells apart.

/// What every id can do: a UUID that is passed around by value and travels as text.
macro_rules! is_an_id {
    ($name:ident) => {
        impl ::std::convert::From<::uuid::Uuid> for $name {
            fn from(uuid: ::uuid::Uuid) -> Self {
                Self(uuid)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(
                &self,
                formatter: &mut ::std::fmt::Formatter<'_>,
            ) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, formatter)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;

            fn from_str(text: &str) -> ::std::result::Result<Self, ::uuid::Error> {
                text.parse().map(Self)
            }
        }

        impl $crate::value::Read<::std::string::String> for $name {
            fn read(
                message: ::std::string::String,
            ) -> ::std::result::Result<Self, ::std::string::String> {
                $crate::value::Read::read(message).map(Self)
            }
        }

        impl $crate::value::Write<::std::string::String> for $name {
            fn into_message(self) -> ::std::string::String {
                ::std::string::ToString::to_string(&self)
            }
        }
    };
}

pub(crate) use is_an_id;
