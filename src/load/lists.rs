//! Cells that hold several things: names, contacts, members. Things are parted by `;`, their pieces by `|`.

use crate::model::Contact;

/// The things in a cell, without blanks around them.
pub(super) fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Names in a cell, which may also be parted by a comma of any sort.
pub(super) fn names(text: &str) -> Vec<String> {
    text.split([';', '；', '、', '，', ',', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Contacts: `role|name|phone|hours`. With fewer pieces the first is the role, and the others show what they are. Whether
/// those who are named agreed stands in another cell.
pub(super) fn contacts(text: &str) -> Vec<Contact> {
    several(text).map(contact).collect()
}

fn contact(text: &str) -> Contact {
    let parts: Vec<&str> = text.split(['|', '｜']).map(str::trim).collect();
    if let [role, name, phone, hours] = parts.as_slice() {
        return Contact {
            role: (*role).to_owned(),
            name: (*name).to_owned(),
            phone: (*phone).to_owned(),
            hours: (*hours).to_owned(),
            consent: false,
        };
    }
    let mut contact = Contact {
        role: String::new(),
        name: String::new(),
        phone: String::new(),
        hours: String::new(),
        consent: false,
    };
    for part in parts {
        let place = if is_phone(part) && contact.phone.is_empty() {
            &mut contact.phone
        } else if part.contains(|c: char| c.is_ascii_digit()) && contact.hours.is_empty() && !contact.role.is_empty() {
            &mut contact.hours
        } else if contact.role.is_empty() {
            &mut contact.role
        } else {
            &mut contact.name
        };
        part.clone_into(place);
    }
    contact
}

fn is_phone(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 3
        && text.chars().all(|c| c.is_ascii_digit() || "+-–()（） 转,".contains(c))
}

/// Members by role: `队长1人；队员12人`, `leader|1;member|12`. `None` for a piece without a count.
pub(super) fn members(text: &str) -> Option<Vec<(String, u32)>> {
    text.split([';', '；', '、', '，'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let part = part.trim_end_matches(['人', '名', '位', ' ']);
            let role = part.trim_end_matches(|c: char| c.is_ascii_digit());
            let count = part.get(role.len()..)?.parse().ok()?;
            let role = role.trim_end_matches(|c: char| c.is_whitespace() || "|｜:：×".contains(c));
            (!role.is_empty()).then(|| (role.to_owned(), count))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_show_what_their_pieces_are() {
        let read = contacts("网格员|张三|0537-123456|9:00-17:00；12345 专席|12345");
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].name.as_str(), read[0].hours.as_str()), ("张三", "9:00-17:00"));
        assert_eq!((read[1].role.as_str(), read[1].phone.as_str()), ("12345 专席", "12345"));
    }

    #[test]
    fn members_are_counted_by_role() {
        let expected = vec![("队长".to_owned(), 1), ("队员".to_owned(), 12)];
        assert_eq!(members("队长1人；队员 12人"), Some(expected.clone()));
        assert_eq!(members("队长|1;队员|12"), Some(expected));
        assert_eq!(members("队长"), None);
    }
}
