//! The kinds of things that belong to persons.

use crate::text::Lang;

/// What sort of thing it is. Where two begin at the same place, the first of this list comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A citizen's identity number.
    Identity,
    /// The number of a bank card.
    BankCard,
    /// A mobile telephone number.
    Mobile,
    /// A telephone number of a house or office.
    Landline,
    /// A passport or travel permit.
    Passport,
    /// The plate of a vehicle.
    Plate,
    /// An address of e-mail.
    Email,
    /// An id of QQ or WeChat.
    Messenger,
    /// A door: building, unit and room.
    Door,
    /// A named child.
    Minor,
    /// A named person next to age, illness, disability, poverty or family.
    NamedPerson,
    /// A point of the map.
    Coordinates,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Identity,
        Self::BankCard,
        Self::Mobile,
        Self::Landline,
        Self::Passport,
        Self::Plate,
        Self::Email,
        Self::Messenger,
        Self::Door,
        Self::Minor,
        Self::NamedPerson,
        Self::Coordinates,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Identity => ("公民身份号码", "identity number"),
            Self::BankCard => ("银行卡号", "bank card number"),
            Self::Mobile => ("手机号码", "mobile number"),
            Self::Landline => ("固定电话", "landline number"),
            Self::Passport => ("护照或通行证号码", "passport or travel permit"),
            Self::Plate => ("车牌号", "licence plate"),
            Self::Email => ("电子邮箱", "e-mail address"),
            Self::Messenger => ("QQ 或微信号", "QQ or WeChat id"),
            Self::Door => ("门牌号（楼、单元、室）", "door: building, unit, room"),
            Self::Minor => ("指名的未成年人", "named child"),
            Self::NamedPerson => ("指名的人和其隐私", "named person next to private matters"),
            Self::Coordinates => ("经纬度坐标", "coordinates"),
        };
        lang.pick(zh, en)
    }

    /// Whether it is told by its own signs. The others are told by the sentence around them, so they can only be found where
    /// sentences are whole: not in a finished page, where the words of different cells stand side by side.
    #[must_use]
    pub fn stands_alone(self) -> bool {
        !matches!(self, Self::Minor | Self::NamedPerson)
    }
}
