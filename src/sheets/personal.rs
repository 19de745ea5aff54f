//! Columns of persons, which are dropped while reading.

use crate::reading::DropReason;
use crate::synonyms::folded;

/// The reason for which a column must not be read, by its header; none for a column that may.
pub fn drop_reason(header: &str) -> Option<DropReason> {
    let header = folded(header);
    let holds = |words: &str| words.split('|').any(|word| header.contains(word));
    if holds(
        "证件|身份证|银行卡|银行账|卡号|账号|社保卡|户编号|人口编号|idcard|passport|bankaccount|documentnumber|householdid",
    ) {
        return Some(DropReason::Identity);
    }
    if holds("电话|手机|联系方式|举报|邮箱|住址|微信|phone|mobile|email|telephone|homeaddress")
    {
        return Some(DropReason::Contact);
    }
    if holds(
        "责任人|负责人|联系人|经办人|填表人|填报人|审核人|姓名|户主|法人|驻村干部|personincharge|responsibleperson|contactperson|headofhousehold|fullname",
    ) {
        return Some(DropReason::Person);
    }
    if holds("残疾|健康状况|患病|病种|病情|disability|health") {
        return Some(DropReason::Health);
    }
    None
}

/// Digits of a telephone: the fewest that are blanked.
const PHONE_DIGITS: usize = 11;

/// Free text in which numbers of telephones and documents are blanked.
pub fn without_numbers(text: &str) -> String {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < PHONE_DIGITS {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut digits = String::new();
    let close = |digits: &mut String, kept: &mut String| {
        let is_phone = digits.len() == PHONE_DIGITS && digits.starts_with('1');
        let is_document = (15..=22).contains(&digits.len());
        if is_phone || is_document {
            kept.push('…');
        } else {
            kept.push_str(digits);
        }
        digits.clear();
    };
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            close(&mut digits, &mut kept);
            kept.push(c);
        }
    }
    close(&mut digits, &mut kept);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_columns_are_known_and_offices_are_not_persons() {
        for (header, reason) in [
            ("责任人", DropReason::Person),
            ("项目负责人", DropReason::Person),
            ("联系电话", DropReason::Contact),
            ("举报电话", DropReason::Contact),
            ("證件號碼", DropReason::Identity),
            ("户主姓名", DropReason::Person),
            ("残疾类别", DropReason::Health),
        ] {
            assert_eq!(drop_reason(header), Some(reason), "{header}");
        }
        for header in ["责任单位", "项目名称", "建设地点", "县区", "项目编号"] {
            assert_eq!(drop_reason(header), None, "{header}");
        }
    }

    #[test]
    fn numbers_of_persons_are_blanked_in_remarks() {
        assert_eq!(
            without_numbers("找王某13800138000，2025年"),
            "找王某…，2025年"
        );
        assert_eq!(without_numbers("130702199001011234"), "…");
        assert_eq!(without_numbers("投资17177.1233"), "投资17177.1233");
    }
}
