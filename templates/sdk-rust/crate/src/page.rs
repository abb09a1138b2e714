//! Lists: what is asked for, and what comes.

use std::future::Future;

use futures_util::stream::{self, BoxStream, StreamExt, TryStreamExt};

use crate::error::Error;
use crate::service::Service;
use crate::value::{self, Read, Reference};
use crate::wire;

/// Rows one after the other, fetched page by page as they are consumed.
pub type Rows<T> = BoxStream<'static, Result<T, Error>>;

/// Some rows of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last one. It is of use only with the same query.
    pub next_cursor: Option<String>,
}

/// How many rows are asked for at once: 1 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageSize(u8);

impl PageSize {
    /// As many as services give at once.
    pub const MAX: Self = Self(200);

    /// So many rows.
    ///
    /// # Errors
    ///
    /// [`Error::PageSize`] for none, and for more than [`PageSize::MAX`].
    pub fn new(rows: u32) -> Result<Self, Error> {
        u8::try_from(rows)
            .ok()
            .filter(|rows| (1..=Self::MAX.0).contains(rows))
            .map(Self)
            .ok_or(Error::PageSize(rows))
    }
}

/// As messages have it: 0 leaves the number to the service.
fn wire_size(size: Option<PageSize>) -> i32 {
    size.map_or(0, |size| i32::from(size.0))
}

/// What a list is asked for. The default is all rows in the entity's own order.
#[derive(Debug, Clone, PartialEq)]
pub struct Query<F, S> {
    /// Conditions, all of which have to hold.
    pub filter: F,
    /// The order, up to 5 fields; the entity's own where it is empty.
    pub sort: Vec<Sort<S>>,
    /// What one of the texts has to contain, in upper or lower case.
    pub search: String,
    /// How many rows a page has; the entity's own number where it is `None`.
    pub page_size: Option<PageSize>,
    /// Lists what was removed and can be restored, instead of what is there. Refused where nothing can be restored.
    pub removed: bool,
}

impl<F: Default, S> Default for Query<F, S> {
    fn default() -> Self {
        Self {
            filter: F::default(),
            sort: Vec::new(),
            search: String::new(),
            page_size: None,
            removed: false,
        }
    }
}

/// One part of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort<S> {
    /// From small to great.
    Ascending(S),
    /// From great to small.
    Descending(S),
}

/// What a picker asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices<I> {
    /// What the label has to contain.
    pub search: String,
    /// How many; 20 where it is `None`.
    pub limit: Option<PageSize>,
    /// Only these, removed ones among them: to find the labels of rows that are known.
    pub ids: Vec<I>,
}

impl<I> Default for Choices<I> {
    fn default() -> Self {
        Self {
            search: String::new(),
            limit: None,
            ids: Vec::new(),
        }
    }
}

impl<F, S: AsRef<str>> Query<F, S> {
    pub(crate) fn into_wire(self, cursor: Option<&str>) -> (wire::ListQuery, F) {
        let sort = self.sort.iter().map(|key| match key {
            Sort::Ascending(field) => field.as_ref().to_owned(),
            Sort::Descending(field) => format!("-{}", field.as_ref()),
        });
        let query = wire::ListQuery {
            sort: sort.collect(),
            search: self.search,
            cursor: cursor.unwrap_or_default().to_owned(),
            limit: wire_size(self.page_size),
            removed: self.removed,
        };
        (query, self.filter)
    }
}

/// Ids and labels, for a picker.
pub(crate) async fn options<I>(
    service: &Service,
    path: &'static str,
    choices: Choices<I>,
) -> Result<Vec<Reference<I>>, Error>
where
    I: ToString,
    Reference<I>: Read<wire::Reference>,
{
    let query = wire::OptionsQuery {
        search: choices.search,
        limit: wire_size(choices.limit),
        ids: choices.ids.iter().map(ToString::to_string).collect(),
    };
    let request = wire::OptionsRequest { query: Some(query) };
    let answer: wire::OptionsResponse = service.read(path, request).await?;
    value::answer(answer.options)
}

/// The cursor of a page, which is empty on the last one.
pub(crate) fn next_cursor(cursor: String) -> Option<String> {
    (!cursor.is_empty()).then_some(cursor)
}

/// All rows, given how the page behind a cursor is fetched.
pub(crate) fn rows<T, F, Fut>(fetch: F) -> Rows<T>
where
    T: Send + 'static,
    F: Fn(Option<String>) -> Fut + Send + 'static,
    Fut: Future<Output = Result<Page<T>, Error>> + Send + 'static,
{
    let pages = stream::try_unfold(Next::First, move |next| {
        let page = match next {
            Next::First => Some(fetch(None)),
            Next::Behind(cursor) => Some(fetch(Some(cursor))),
            Next::End => None,
        };
        async move {
            let Some(page) = page else { return Ok::<_, Error>(None) };
            let page = page.await?;
            let next = page.next_cursor.map_or(Next::End, Next::Behind);
            Ok(Some((page.items, next)))
        }
    });
    pages.map_ok(|items| stream::iter(items.into_iter().map(Ok))).try_flatten().boxed()
}

/// Which page comes next.
enum Next {
    First,
    Behind(String),
    End,
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn page(cursor: Option<String>) -> Result<Page<u8>, Error> {
        let (items, next_cursor) = match cursor.as_deref() {
            None => (vec![1, 2], Some("a".to_owned())),
            Some("a") => (Vec::new(), Some("b".to_owned())),
            Some("b") => (vec![3], None),
            Some(other) => panic!("nothing names the page `{other}`"),
        };
        Ok(Page { items, next_cursor })
    }

    #[tokio::test]
    async fn rows_come_from_all_pages_in_order() {
        let rows: Vec<u8> = rows(page).try_collect().await.unwrap();
        assert_eq!(rows, [1, 2, 3]);
    }

    #[test]
    fn a_page_has_1_to_200_rows() {
        for rows in [0, 201, 256, u32::MAX] {
            let refused = PageSize::new(rows);
            assert!(matches!(refused, Err(Error::PageSize(given)) if given == rows));
        }
        assert_eq!(PageSize::new(200).unwrap(), PageSize::MAX);
        assert!(PageSize::new(1).is_ok());
    }

    #[test]
    fn a_query_is_written_as_services_read_it() {
        let query = Query {
            filter: (),
            sort: vec![Sort::Descending("bornOn"), Sort::Ascending("name")],
            page_size: Some(PageSize::new(50).unwrap()),
            ..Query::default()
        };
        let (query, ()) = query.into_wire(Some("next"));
        assert_eq!(query.sort, ["-bornOn", "name"]);
        assert_eq!((query.limit, query.cursor.as_str()), (50, "next"));
    }
}
