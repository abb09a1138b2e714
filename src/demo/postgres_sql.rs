//! The statements that make roles and databases. Names were checked with the manifest and passwords are hexadecimal, so
//! nothing needs quoting; each statement is one line, which is what the server's single-user mode reads.

use super::kept::{Kept, password_of};
use super::manifest::Postgres;

/// Makes missing roles, sets every password, and lists the databases that are there.
pub(super) fn roles(wanted: &Postgres, kept: &Kept) -> String {
    let mut names: Vec<&str> =
        wanted.databases.iter().flat_map(|database| [database.owner.as_str(), database.app.as_str()]).collect();
    names.sort_unstable();
    names.dedup();
    let mut sql = Vec::new();
    for name in names {
        let password = kept.secret(&password_of(name));
        let missing = format!("NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}')");
        sql.push(format!("DO $$ BEGIN IF {missing} THEN CREATE ROLE {name} LOGIN; END IF; END $$;\n"));
        sql.push(format!("ALTER ROLE {name} PASSWORD '{}';\n", password.reveal()));
    }
    sql.concat() + "SELECT datname FROM pg_database;\n"
}

/// The databases in the answer to [`roles`]: lines like `1: datname = "shop" (typeid = 19, …)`.
pub(super) fn listed(answer: &str) -> Vec<String> {
    let names = answer.split("datname = \"").skip(1).filter_map(|rest| rest.split('"').next());
    names.map(ToOwned::to_owned).collect()
}

/// Makes missing databases and closes each to other databases' roles.
pub(super) fn databases(wanted: &Postgres, there: &[String]) -> String {
    let mut sql = Vec::new();
    for database in &wanted.databases {
        let (name, owner, app) = (&database.name, &database.owner, &database.app);
        if !there.contains(name) {
            sql.push(format!("CREATE DATABASE {name} OWNER {owner};\n"));
        }
        sql.push(format!("REVOKE ALL ON DATABASE {name} FROM PUBLIC;\n"));
        sql.push(format!("GRANT CONNECT, TEMPORARY ON DATABASE {name} TO {owner}, {app};\n"));
    }
    sql.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::manifest::Database;

    #[test]
    fn only_what_is_missing_is_made() {
        let database =
            |name: &str| Database { name: name.into(), owner: format!("{name}_owner"), app: format!("{name}_app") };
        let wanted = Postgres { package_in: ".".into(), databases: vec![database("shop"), database("stock")] };
        let answer = "\t 1: datname = \"postgres\"\t(typeid = 19)\n\t----\n\t 1: datname = \"shop\"\t(typeid = 19)\n";
        insta::assert_snapshot!(databases(&wanted, &listed(answer)), @r"
        REVOKE ALL ON DATABASE shop FROM PUBLIC;
        GRANT CONNECT, TEMPORARY ON DATABASE shop TO shop_owner, shop_app;
        CREATE DATABASE stock OWNER stock_owner;
        REVOKE ALL ON DATABASE stock FROM PUBLIC;
        GRANT CONNECT, TEMPORARY ON DATABASE stock TO stock_owner, stock_app;
        ");
    }
}
