//! Writes a spec of 10, 20, … 150 entities: `cargo run --example many -- <departments> <file>`. `scripts/growth` measures with it.

#[path = "../tests/workspaces/many.rs"]
mod many;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(departments), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: many <departments, 1 to 15> <file>".into());
    };
    fs_err::write(file, many::spec(departments.parse()?))?;
    Ok(())
}
