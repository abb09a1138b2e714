//! The palette that follows from one colour, with contrast computed and not hoped for.
//!
//! The style sheet fixes lightness for most roles. Two depend on the colour itself: what text stands on (`--fill`) and text
//! that is coloured (`--accent`). A screen cannot show every chroma at a fixed lightness and clips it, which moves the
//! contrast; so both are found here, for this colour, and written down as they are.

/// Colours of the roles that need text to be readable on or in them, as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Palette {
    /// The colour itself.
    pub primary: String,
    /// Behind white text, in both themes.
    pub fill: String,
    /// Coloured text on light surfaces.
    #[serde(rename = "accentLight")]
    pub accent_light: String,
    /// Coloured text on dark surfaces.
    #[serde(rename = "accentDark")]
    pub accent_dark: String,
}

/// Of `#rrggbb`; what cannot be read counts as a quiet blue.
pub(super) fn palette(primary: &str) -> Palette {
    let colour = parse(primary).unwrap_or([0x1d, 0x4e, 0xd8]);
    let shade = |passes: &dyn Fn([u8; 3]) -> bool, darker: bool| hex(nearest(colour, passes, darker));
    // AA wants 4.5; a little more, because tints lie beneath the text at times.
    let on_white = |shade: [u8; 3]| contrast(shade, WHITE) >= 5.3;
    let under_white = |shade: [u8; 3]| contrast(shade, WHITE) >= 4.6;
    let on_dark = |shade: [u8; 3]| contrast(shade, DARK_TINT) >= 5.3;
    Palette {
        primary: hex(colour),
        fill: shade(&under_white, true),
        accent_light: shade(&on_white, true),
        accent_dark: shade(&on_dark, false),
    }
}

const WHITE: [u8; 3] = [255; 3];
/// The lightest surface of the dark theme on which coloured text stands.
const DARK_TINT: [u8; 3] = [0x2e, 0x2e, 0x2e];

/// The colour, or the nearest darker or lighter shade of its hue that passes.
fn nearest(colour: [u8; 3], passes: &dyn Fn([u8; 3]) -> bool, darker: bool) -> [u8; 3] {
    let end = if darker { 0.0 } else { 255.0 };
    (0..=100)
        .map(|step| {
            let weight = f64::from(step) / 100.0;
            colour.map(|channel| mix(channel, end, weight))
        })
        .find(|shade| passes(*shade))
        .unwrap_or(if darker { [0; 3] } else { WHITE })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mean of two channels is a channel")]
fn mix(channel: u8, end: f64, weight: f64) -> u8 {
    f64::from(channel).mul_add(1.0 - weight, end * weight).round() as u8
}

/// WCAG 2: from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
}

fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_read_whatever_the_colour() {
        for primary in
            ["#0f766e", "#facc15", "#ffff00", "#000000", "#ffffff", "#ff0000", "#00ff00", "#808080", "#1d4ed8"]
        {
            let Palette { fill, accent_light, accent_dark, .. } = palette(primary);
            assert!(contrast(parse(&fill).unwrap(), WHITE) >= 4.5, "{primary} {fill}");
            assert!(contrast(parse(&accent_light).unwrap(), WHITE) >= 4.5, "{primary} {accent_light}");
            assert!(contrast(parse(&accent_dark).unwrap(), DARK_TINT) >= 4.5, "{primary} {accent_dark}");
        }
    }

    #[test]
    fn a_colour_that_passes_stays_as_it_is() {
        assert_eq!(palette("#0f766e").fill, "#0f766e");
    }
}
