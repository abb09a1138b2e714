//! Reads any text as a spec. A text that is valid must survive being written and read again.
#![no_main]

use fountane::spec::{load, to_yaml};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match load(text, "fountane.yaml") {
    Ok((document, _)) => {
        let written = to_yaml(&document);
        let (again, _) = load(&written, "fountane.yaml").unwrap_or_else(|problems| panic!("{}\n{written}", problems.render(false)));
        assert_eq!(again, document, "{written}");
    }
    Err(problems) => {
        let _ = problems.render(true);
    }
});
