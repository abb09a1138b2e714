//! The interview: a pure state machine over questions that a blueprint brings, and the trait behind which answers come from.
//!
//! The same answers give the same tree, whether a person types them, a file holds them or a program sets them.

mod answers;
mod assemble;
mod machine;
mod source;

pub use answers::{Answers, AnswersError};
pub use assemble::assemble;
pub use machine::{Interview, Step};
pub use source::{AnswerSource, Defaults, InterviewError, Missing, Reply, Review, ReviewLine, SourceError, conduct};
