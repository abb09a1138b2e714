//! Signs in at the development identity as a browser would: with an authorization code and PKCE. A provider for
//! production has a login page instead of a list of people; the rest is the same.

use std::error::Error;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use ureq::Agent;
use uuid::Uuid;

const REDIRECT_URI: &str = "http://127.0.0.1/callback";

/// The access token of somebody whom the development identity knows by this subject.
pub fn access_token(
    issuer: &str,
    client_id: &str,
    subject: &str,
) -> Result<String, Box<dyn Error>> {
    let verifier = random_text();
    let code = authorization_code(issuer, client_id, subject, &verifier)?;
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", client_id),
        ("redirect_uri", REDIRECT_URI),
        ("code", &code),
        ("code_verifier", &verifier),
    ];
    let mut answer = ureq::post(format!("{issuer}/token")).send_form(form)?;
    let answer: serde_json::Value = answer.body_mut().read_json()?;
    let token =
        answer["access_token"].as_str().ok_or("the answer has no access token")?;
    Ok(token.to_owned())
}

/// Opens the login page, chooses the person, and takes the code from where the browser is sent.
fn authorization_code(
    issuer: &str,
    client_id: &str,
    subject: &str,
    verifier: &str,
) -> Result<String, Box<dyn Error>> {
    let browser: Agent = Agent::config_builder().max_redirects(0).build().into();
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
    let start = browser
        .get(format!("{issuer}/auth"))
        .query("client_id", client_id)
        .query("redirect_uri", REDIRECT_URI)
        .query("response_type", "code")
        .query("scope", "openid email profile")
        .query("code_challenge", &challenge)
        .query("code_challenge_method", "S256")
        .call()?;
    let login = absolute(issuer, &location(&start)?);
    let mut answer = browser.post(login).send_form([("sub", subject)])?;
    loop {
        let next = location(&answer)?;
        if let Some(query) = next.strip_prefix(&format!("{REDIRECT_URI}?")) {
            return code(query)
                .ok_or_else(|| format!("nobody was signed in: {query}").into());
        }
        answer = browser.get(absolute(issuer, &next)).call()?;
    }
}

/// Where an answer sends the browser.
fn location(
    answer: &ureq::http::Response<ureq::Body>,
) -> Result<String, Box<dyn Error>> {
    let location =
        answer.headers().get("location").ok_or("the sign-in leads nowhere")?;
    Ok(location.to_str()?.to_owned())
}

fn absolute(issuer: &str, location: &str) -> String {
    if location.starts_with('/') {
        format!("{issuer}{location}")
    } else {
        location.to_owned()
    }
}

fn code(query: &str) -> Option<String> {
    query.split('&').find_map(|pair| pair.strip_prefix("code=")).map(str::to_owned)
}

/// What nobody can guess, of letters and digits.
fn random_text() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}
