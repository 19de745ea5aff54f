//! From where an address can be opened.

/// From where the address of the page can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// From other machines, too, as far as this can be known.
    Others,
    /// From this machine alone: the host that only means itself.
    ThisMachine(String),
    /// It is a file of this machine.
    File,
}

impl Reach {
    /// The reach of a whole address; an address that is none of those known reaches others.
    pub fn of_address(address: &str) -> Self {
        let address = address.split('#').next().unwrap_or_default();
        let Some((protocol, rest)) = address.split_once("//") else {
            return Self::Others;
        };
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let host = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        // The port stands behind the last colon, but for those within a bracket.
        let host = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        };
        Self::of(protocol, host)
    }

    /// The reach of an address with such a protocol (`https:`) and host.
    pub fn of(protocol: &str, host: &str) -> Self {
        if protocol == "file:" {
            return Self::File;
        }
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let is_own_number = |number: &str| {
            let parts: Vec<&str> = number.split('.').collect();
            let is_number = parts.len() == 4 && parts.iter().all(|part| part.parse::<u8>().is_ok());
            is_number && (parts[0] == "127" || number == "0.0.0.0")
        };
        let is_own = bare == "localhost" || bare.ends_with(".localhost") || bare == "::1";
        if is_own || is_own_number(bare) {
            Self::ThisMachine(host)
        } else {
            Self::Others
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_only_mean_this_machine_are_recognized() {
        assert_eq!(Reach::of("file:", ""), Reach::File);
        for host in [
            "127.0.0.1",
            "127.8.9.1",
            "localhost",
            "LOCALHOST.",
            "a.localhost",
            "[::1]",
            "0.0.0.0",
        ] {
            assert!(
                matches!(Reach::of("http:", host), Reach::ThisMachine(_)),
                "{host}"
            );
        }
        for (address, reach) in [
            (
                "http://127.0.0.1:8080/a/#v=1&x=//b",
                Reach::ThisMachine("127.0.0.1".to_owned()),
            ),
            ("http://[::1]:80/", Reach::ThisMachine("[::1]".to_owned())),
            ("http://[::1]/", Reach::ThisMachine("[::1]".to_owned())),
            (
                "http://a:b@localhost#v",
                Reach::ThisMachine("localhost".to_owned()),
            ),
            ("file:///C:/a/index.html#v=1", Reach::File),
            ("https://example.org/#http://localhost/", Reach::Others),
            ("#v=1&note=//localhost/", Reach::Others),
        ] {
            assert_eq!(Reach::of_address(address), reach, "{address}");
        }
        for host in [
            "10.0.0.7",
            "127.example.org",
            "localhost.example.org",
            "fupin.gov.cn",
            "[fe80::1]",
        ] {
            assert_eq!(Reach::of("https:", host), Reach::Others, "{host}");
        }
    }
}
