//! Names of the database.

use heck::ToSnakeCase;

use crate::spec::{
    import::{database_name::is_database_name, jdl::ast::Entity, notes::Notes},
    naming::{self, Names},
};

/// The database's own name for an entity, where it has one: given by hand, or left over from a name that was changed.
pub(super) fn table(entity: &Entity, name: &str, notes: &mut Notes) -> Option<String> {
    let given = entity.table.map(|table| (naming::identifier(&[table.text.to_snake_case()]), table));
    let Some((table, written)) = given else {
        let own = entity.name.text.to_snake_case();
        let is_renamed = entity.name.text != name && own != Names::of(name).one.snake;
        return (is_renamed && is_database_name(&own)).then_some(own);
    };
    if !is_database_name(&table) {
        notes.dropped(written.span, format!("table `{}`", written.text), "PostgreSQL cannot call a table so");
        return None;
    }
    if table != written.text {
        notes.changed(
            written.span,
            format!("table `{}`", written.text),
            format!("called `{table}`, as the database spells it"),
        );
    }
    (table != Names::of(name).many.snake).then_some(table)
}
