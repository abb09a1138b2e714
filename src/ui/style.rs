//! Colour, decided once per stream. Colour never carries a meaning alone.

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The word `error:`, a cross.
    Error,
    /// The word `warning:`.
    Warning,
    /// The word `hint:`, a command to type.
    Hint,
    /// A tick.
    Good,
    /// A heading.
    Heading,
    /// What matters less.
    Dim,
}

/// Paints text, or leaves it.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// With colour, or without.
    pub fn new(on: bool) -> Self {
        Self { on }
    }

    /// Whether there is colour.
    pub fn is_on(self) -> bool {
        self.on
    }

    /// The text in its style.
    pub fn paint(self, text: &str, style: Style) -> String {
        let styled = console::style(text).force_styling(self.on);
        match style {
            Style::Error => styled.red().bold(),
            Style::Warning => styled.yellow().bold(),
            Style::Hint => styled.cyan(),
            Style::Good => styled.green(),
            Style::Heading => styled.bold(),
            Style::Dim => styled.dim(),
        }
        .to_string()
    }
}
