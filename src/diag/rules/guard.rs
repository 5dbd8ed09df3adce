//! Faults of the step `guard`: what must not be published.

super::rules! {
    /// A mobile number in a text that would be published.
    MOBILE_NUMBER = "G001" "mobile-number" Error {
        zh: "“{label}”里有手机号码 {found}，会被公开" => "在原处删去或改成单位电话；确属公开的工作号码，写进 site.toml 的 [privacy] public_numbers"; "网站一经发布即无法收回。居民和志愿者的手机号属于个人信息，没有单独同意不得公开；工作号码须列入白名单。"
        en: "`{what}` holds a mobile number, {found}, which would be published" => "remove it there or give an office number; a work number meant for the public goes into [privacy] public_numbers of site.toml"; "What is published cannot be taken back. A resident's or volunteer's number is personal data; work numbers pass by an allow-list."
    }
    /// An identity number in a text that would be published.
    IDENTITY_NUMBER = "G002" "identity-number" Error {
        zh: "“{label}”里有公民身份号码 {found}，会被公开" => "在原处删去这个号码"; "身份号码在任何公开页面上都没有用处，泄露的后果却无法挽回。"
        en: "`{what}` holds an identity number, {found}, which would be published" => "remove it there"; "An identity number is of no use on any public page, and its harm cannot be undone."
    }
    /// A landline number that no declared contact has.
    LANDLINE_NUMBER = "G003" "landline-number" Error {
        zh: "“{label}”里有固定电话 {found}，不是登记过的工作电话" => "居民家里的电话请删去；单位电话请登记在联系人、服务点、值班表（联系人写了姓名的要写明岗位）或 [site.contact]，也可以写进 [privacy] public_numbers"; "固定电话可能是居民家里的。登记在联系人一栏并写明岗位的、[site.contact] 里的和 public_numbers 里的是工作电话，可以出现在任何地方；别的都要停下来问一句。例如成效里写“请致电 0537-5550100”，而哪一栏都没有登记这个号码。12345、110、400 电话不在此列。"
        en: "`{what}` holds a landline number, {found}, which is no declared work number" => "remove it if it is a resident's; declare an office's among the contacts, service points, the rota (a contact with a name needs a post) or in [site.contact], or in [privacy] public_numbers"; "A landline may be a resident's home. Numbers of contacts with a post, of [site.contact] and of public_numbers are work numbers and may stand anywhere; others stop the build. Such as a result that says `call 0537-5550100` where no contact has this number. Service numbers such as 12345 or 400-… are left alone."
    }
    /// The number of a bank card.
    BANK_CARD = "G004" "bank-card" Error {
        zh: "“{label}”里有银行卡号 {found}，会被公开" => "在原处删去；如果是恰好相像的编号，在 site.toml 里写一条 [[privacy.exception]] 并说明理由"; "卡号会被用来诈骗和盗刷。程序找 16 至 19 位、末位校验相符、开头像卡号的数，例如补助名单里的 6222 0200 0000 0000 000。十个同样长的编号里约有一个碰巧相符，所以可以例外。"
        en: "`{what}` holds the number of a bank card, {found}, which would be published" => "remove it there; if it is a number that happens to look like one, write a [[privacy.exception]] with the reason into site.toml"; "Card numbers are used for fraud. What is found are 16 to 19 digits with a matching last digit and the beginning of a card, such as 6222 0200 0000 0000 000. One in ten numbers of that length matches by chance, so there are exceptions."
    }
    /// The number of a passport or travel permit.
    PASSPORT = "G005" "passport" Error {
        zh: "“{label}”里有护照或通行证号码 {found}，会被公开" => "在原处删去；如果是恰好相像的编号，在 site.toml 里写一条 [[privacy.exception]] 并说明理由"; "证件号码能对上一个人，公开页面上没有用处。程序找 E、G 加八位数字，和“护照”“通行证”后面的号码，例如“护照 E12345678”。字母后面是年份的编号（G20240001）不算。"
        en: "`{what}` holds the number of a passport or permit, {found}, which would be published" => "remove it there; if it is a number that happens to look like one, write a [[privacy.exception]] with the reason into site.toml"; "Such a number names one person and is of no use on a public page. What is found are E or G with eight digits, and numbers behind words such as passport: `passport E12345678`. Serial numbers with a year behind the letter (G20240001) are left alone."
    }
    /// The plate of a vehicle.
    LICENCE_PLATE = "G006" "licence-plate" Error {
        zh: "“{label}”里有车牌号 {found}，会被公开" => "在原处删去，或写成“一辆小型客车”；确需公开的（如公务车、救护车），在 site.toml 里写一条 [[privacy.exception]] 并说明理由"; "凭车牌能找到车主。投诉停车的摘要里最常见，例如“鲁H12345 长期占道”，写“一辆小型客车长期占道”就够了。新能源车牌也在内。"
        en: "`{what}` holds a licence plate, {found}, which would be published" => "remove it there or write `a car`; where it must be public (an office's own car), write a [[privacy.exception]] with the reason into site.toml"; "A plate leads to its owner. Complaints about parking hold them most often; `a car blocks the lane` says enough. Plates of new-energy cars are found as well."
    }
    /// An address of e-mail.
    EMAIL_ADDRESS = "G007" "email-address" Error {
        zh: "“{label}”里有电子邮箱 {found}，不是本站公布的邮箱" => "个人的邮箱请删去；单位对外的邮箱写进 [site.contact] 的 email；另有确需公开的，写一条 [[privacy.exception]] 并说明理由"; "邮箱是个人信息，公开后还会收到大量垃圾邮件。写在 [site.contact] 的 email 就是声明公开，它可以出现在任何地方；例如文章里的 zhiyuanzhe@mail.example 没有声明过，就停下来。"
        en: "`{what}` holds an address of e-mail, {found}, which is not the site's own" => "remove a person's; an office's goes into `email` of [site.contact]; for others that must be public, write a [[privacy.exception]] with the reason"; "An address is personal data, and a published one is flooded with junk. The one in [site.contact] is declared public and may stand anywhere; any other stops the build, such as volunteer@mail.example in an article."
    }
    /// An id of QQ or WeChat.
    MESSENGER_ID = "G008" "messenger-id" Error {
        zh: "“{label}”里有 QQ 或微信号 {found}，会被公开" => "在原处删去，改成单位电话或公众号；确需公开的，写一条 [[privacy.exception]] 并说明理由"; "个人的 QQ 和微信号连着头像、好友和收款码。程序找“QQ”“微信”“VX”后面的号码，例如“加微信 abc_123456”。公众号、小程序、视频号和群不算。"
        en: "`{what}` holds an id of QQ or WeChat, {found}, which would be published" => "remove it and give an office number or a public account; where it must be public, write a [[privacy.exception]] with the reason"; "A person's id leads to a picture, friends and payments. What is found are ids behind QQ, WeChat or VX, such as `WeChat abc_123456`. Public accounts and groups are left alone."
    }
    /// A door: building, unit and room.
    DOOR_NUMBER = "G009" "door-number" Error {
        zh: "“{label}”里有门牌号 {found}，会被公开" => "写到小区或楼为止，不写单元和室；如果是办公地点，写进服务点的“地址”或 [site.contact] 的 address，或者写一条 [[privacy.exception]] 并说明理由"; "楼、单元、室连在一起，就指到了一户人家。例如“3号楼2单元501室漏水”，写“3号楼漏水”就够了。没有室号的楼、没有楼号的房间和临街门牌不算；服务点的地址、固定日的场所本来就要让人找得到，不查这一条。"
        en: "`{what}` holds a door, {found}, which would be published" => "go no further than the estate or the building; an office's goes into `address` of a service point or of [site.contact], or write a [[privacy.exception]] with the reason"; "Building, unit and room together are somebody's home. `3号楼2单元501室漏水` says enough as `3号楼漏水`. A building without a room, a room without a building and a house in a street are left alone; addresses of service points and venues of fixed days are meant to be found, and are not asked."
    }
    /// A named person next to private matters.
    NAMED_PERSON = "G010" "named-person" Error {
        zh: "“{label}”里同一句话写了人名 {found} 和年龄、疾病、残疾、贫困或家庭情况" => "去掉姓名（连“张某”“李大爷”这样的称呼），或去掉这些情况；本人书面同意的，写一条 [[privacy.exception]] 并说明理由"; "街坊凭“独居老人王某，82岁”就知道是谁。健康、残疾、低保这些情况和人对上号，伤害最大。程序看同一句话里有没有人名或称呼，再看有没有这些词；名字没有一本总表，认不出的仍要靠人看。"
        en: "a sentence of `{what}` holds a person's name, {found}, next to age, illness, disability, poverty or family" => "take the name out (also forms such as 张某 or 李大爷), or these matters; with the person's consent in writing, write a [[privacy.exception]] with the reason"; "Neighbours know who `独居老人王某，82岁` is. Health, disability and poverty tied to a person harm most. What is looked for is a name or title and such a word in one sentence; there is no list of all names, so people must still read."
    }
    /// A named child.
    NAMED_MINOR = "G011" "named-minor" Error {
        zh: "“{label}”里指名写了未成年人：{found}" => "去掉姓名和称呼，写“一名儿童”；监护人书面同意也不建议公开"; "未成年人的个人信息是敏感个人信息，监护人同意也要慎之又慎。程序看同一句话里有没有人名或“李同学”这样的称呼，和十八岁以下的年龄、就读的学校或年级，例如“张某，9岁”。"
        en: "`{what}` names a child: {found}" => "take out the name and title and write `a child`; not advisable even with consent of the parents"; "Data of children is sensitive by law, whoever agrees. What is looked for is a name or a title such as 李同学 in one sentence with an age under eighteen, a school or a class, such as `张某，9岁`."
    }
    /// A point of the map.
    COORDINATES = "G012" "coordinates" Error {
        zh: "“{label}”里有经纬度坐标 {found}，会被公开" => "在原处删去；确是公共地点的，写一条 [[privacy.exception]] 并说明理由"; "四位以上小数的坐标精确到一户人家的门口，多半是随手机定位或照片带进来的，例如 35.41402,116.58701。"
        en: "`{what}` holds coordinates, {found}, which would be published" => "remove them there; if they are of a public place, write a [[privacy.exception]] with the reason"; "Coordinates with four decimals point at somebody's door, and mostly came along with a phone's position or a photograph, such as 35.41402,116.58701."
    }
    /// A person's name without consent.
    NAME_WITHOUT_CONSENT = "G013" "name-without-consent" Error {
        zh: "“{label}”里有人名 {found}，没有本人同意公开的记录" => "本人单独同意的，在这一行的“公开同意”（consent）一列填“是”；没有同意或没有这一列的，改成岗位或单位；其实不是人名的，写一条 [[privacy.exception]] 并说明理由"; "志愿者和联系人的姓名，没有本人单独同意不公开。单位、店铺和岗位的名称不是人名。places、teams、items 三张表有“公开同意”一列；例如认领人写“赵小测”，要么这一列填“是”，要么写成“一位热心居民”。"
        en: "`{what}` holds a person's name, {found}, without a record of consent" => "with the person's consent, say yes in the column `consent` of the row; without it, or where there is no such column, write the post or the office; if it is no person's name, write a [[privacy.exception]] with the reason"; "Names of volunteers and contacts are published only with their own consent. Names of offices, shops and posts are no persons'. The tables places, teams and items have a column `consent`; an item claimed by a person either says yes there or names `a neighbour`."
    }
    /// An exception that nothing needs.
    EXCEPTION_UNUSED = "G014" "exception-unused" Warning {
        zh: "[[privacy.exception]]（{rule}，{where}）没有用到" => "核对 rule、field、file 和 text；内容已经改好的，删去这一条"; "例外只该有用得着的几条：没有用到的，要么写错了，要么留着会放过以后的问题。"
        en: "a [[privacy.exception]] ({rule}, {where}) is not used" => "check `rule`, `field`, `file` and `text`; where the text was put right, remove it"; "There should be no more exceptions than are needed: an idle one is misspelt, or will let a later fault through."
    }
    /// Sensitive categories were found by the program's own list of words.
    SENSITIVE_FOLDED = "G040" "sensitive-folded" Note {
        zh: "有敏感类别：{names} 等共 {records} 件不单独公布类别，其中公开摘要 {summaries} 条不公布" => "核对后在 site.toml 的 [privacy] 写明 sensitive = [\"救助\", \"纠纷\"] 之类的词，就不再提示；确实没有敏感类别的写 sensitive = []"; "救助、残疾、纠纷、健康等类别件数少，连同地点和日期一起公布，邻里就能认出是谁；所以和普通类别合在一起公布，只给出不会暴露个人的件数。"
        en: "sensitive categories: {records} issues of {names} and others are published without their category, and {summaries} released sentences are not" => "look at them, and name the words in [privacy] of site.toml, such as sensitive = [\"relief\", \"dispute\"], or sensitive = [] where none is sensitive"; "Where relief, disability, disputes or health are few, neighbours know from place and date who it was. They are published together with ordinary categories, and counted where no single person shows through."
    }
}

/// The rules about what stands in texts: those that an exception may be made to.
pub static OF_TEXTS: [&Rule; 13] = [
    &MOBILE_NUMBER,
    &IDENTITY_NUMBER,
    &LANDLINE_NUMBER,
    &BANK_CARD,
    &PASSPORT,
    &LICENCE_PLATE,
    &EMAIL_ADDRESS,
    &MESSENGER_ID,
    &DOOR_NUMBER,
    &NAMED_PERSON,
    &NAMED_MINOR,
    &COORDINATES,
    &NAME_WITHOUT_CONSENT,
];
