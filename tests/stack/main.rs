//! `fountane stack` on a real container engine, with images that are packed from packages under their official tags.
//!
//! Minutes, not seconds. Of Centrifugo, n8n and Lago no image can be packed: they are checked as configuration, in the unit tests
//! and by `docker compose config`.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test, which starts what it tests"
)]

#[expect(dead_code, reason = "shared with the tests of whole workspaces")]
#[path = "../workspaces/bench.rs"]
mod bench;
mod change;
mod compose;
mod engine;
mod faults;
mod life;
mod secrets;

use bench::Bench;
use engine::Engine;

/// The main story of an engine with all images there: each chapter goes on where the one before ended.
#[test]
fn a_stack_comes_up_changes_survives_kills_and_leaves_nothing() {
    let bench = Bench::alone();
    let engine = Engine::start(&bench, &["postgres", "redis", "keycloak", "seaweedfs", "traefik"]);
    let stack = engine.workspace("notes");
    life::comes_up_from_nothing_to_healthy(&stack);
    life::has_what_the_spec_says(&stack);
    life::is_seen_by_docker_compose(&stack);
    secrets::are_nowhere_but_in_their_folder(&stack);
    life::does_nothing_the_second_time(&stack);
    change::makes_anew_only_what_has_changed(&stack);
    change::deletes_the_data_of_what_is_reset_alone(&stack);
    faults::tells_what_went_wrong_and_how_to_mend_it(&stack);
    change::restarts_enters_and_reads(&stack);
    life::leaves_nothing_behind_and_touches_nothing_else(&stack);
    life::survives_being_killed_at_any_moment(&stack);
    compose::comes_up_by_the_exported_file_alone(&stack);
    change::carries_images_to_an_engine_that_has_none(&stack);
}

/// What cannot be run here is valid all the same, as far as Compose can tell.
#[test]
fn compose_takes_the_file_of_all_components() {
    let bench = Bench::beside_others();
    compose::takes_all_components(&bench);
}
