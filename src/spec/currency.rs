//! Currencies of ISO 4217 and the digits behind their point.

/// The digits behind the point of a currency (`EUR` has 2); none for what is no currency in use.
pub fn scale(code: &str) -> Option<u8> {
    if NONE.contains(&code) {
        return Some(0);
    }
    if THREE.contains(&code) {
        return Some(3);
    }
    TWO.split(' ').any(|known| known == code).then_some(2)
}

/// Every code.
pub fn codes() -> impl Iterator<Item = &'static str> {
    TWO.split(' ').chain(NONE.iter().copied()).chain(THREE.iter().copied())
}

const NONE: &[&str] =
    &["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

const THREE: &[&str] = &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP \
CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS \
KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN \
PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH \
USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_know_their_digits() {
        assert_eq!(["EUR", "JPY", "KWD", "EURO", "eur"].map(scale), [Some(2), Some(0), Some(3), None, None]);
        let all: Vec<&str> = codes().collect();
        let distinct: std::collections::HashSet<&str> = codes().collect();
        assert_eq!(all.len(), distinct.len());
        assert!(all.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }
}
