//! Whole samples, from text to spec.
