//! Prints a spec of 10, 20, … 150 entities: `cargo run --example many -- <departments>`. `scripts/growth` measures with it.

#[path = "../tests/workspaces/many.rs"]
mod many;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let departments: usize = std::env::args().nth(1).ok_or("usage: many <departments>, 1 to 15")?.parse()?;
    print!("{}", many::spec(departments));
    Ok(())
}
