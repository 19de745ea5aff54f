//! Columns by their heads.

use super::RegisterRefusal;

/// The meaning of a column.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum HouseholdColumn {
    /// The county (县).
    Place,
    /// The number of the household (户编号): read to distinguish households, kept nowhere.
    Household,
    /// The number of the person (人口编号): its being there says that rows are persons.
    Person,
    /// The kind of the household (户类型).
    Kind,
    /// The monitored kind (监测对象类别).
    Monitored,
    /// The answer whether the risk is eliminated (风险是否已消除).
    Cleared,
    /// Members (家庭人口数).
    Members,
    /// Wages (工资性收入).
    Wage,
    /// Gross operating income (生产经营性收入).
    Gross,
    /// Costs of it (生产经营性支出).
    Cost,
    /// Net operating income (生产经营净收入).
    OperatingNet,
    /// Property income (财产性收入).
    Property,
    /// Transfers (转移性收入).
    Transfer,
    /// Net income (纯收入).
    Net,
    /// Industry support (到户产业帮扶类型).
    Support,
    /// Weight of a sample (权重).
    Weight,
    /// Year (年度).
    Year,
}

/// The number of meanings.
pub const MEANINGS: usize = 17;

/// Heads by meaning; of one meaning the earlier wins where several are there.
const HEADS: [(HouseholdColumn, &[&str]); MEANINGS] = [
    (
        HouseholdColumn::Place,
        &["县", "县区", "区县", "县名称", "所在县", "县市区"],
    ),
    (
        HouseholdColumn::Household,
        &["户编号", "户编码", "农户编号"],
    ),
    (
        HouseholdColumn::Person,
        &["人口编号", "人员编号", "成员编号"],
    ),
    (HouseholdColumn::Kind, &["户类型", "农户类型"]),
    (
        HouseholdColumn::Monitored,
        &["监测对象类别", "监测对象类型"],
    ),
    (
        HouseholdColumn::Cleared,
        &["风险是否已消除", "风险是否消除"],
    ),
    (
        HouseholdColumn::Members,
        &[
            "年度家庭人口数",
            "家庭人口数",
            "家庭人口",
            "家庭人数",
            "当前家庭人口数",
        ],
    ),
    (HouseholdColumn::Wage, &["工资性收入"]),
    (HouseholdColumn::Gross, &["生产经营性收入", "经营性收入"]),
    (HouseholdColumn::Cost, &["生产经营性支出", "经营性支出"]),
    (
        HouseholdColumn::OperatingNet,
        &["生产经营净收入", "生产经营性净收入", "经营净收入"],
    ),
    (HouseholdColumn::Property, &["财产性收入", "财产净收入"]),
    (HouseholdColumn::Transfer, &["转移性收入", "转移净收入"]),
    (HouseholdColumn::Net, &["纯收入", "年纯收入", "家庭纯收入"]),
    (
        HouseholdColumn::Support,
        &["到户产业帮扶类型", "产业帮扶", "是否有产业帮扶"],
    ),
    (HouseholdColumn::Weight, &["权重"]),
    (HouseholdColumn::Year, &["年度", "年份", "数据年度"]),
];

/// Words of heads whose columns are dropped while reading.
const PERSONAL: [&str; 16] = [
    "姓名", "户主", "证件", "身份", "电话", "手机", "联系", "银行", "卡号", "账号", "健康", "残疾",
    "病", "住址", "编号", "编码",
];

/// Columns that a register cannot be without.
const NEEDED: [HouseholdColumn; 5] = [
    HouseholdColumn::Kind,
    HouseholdColumn::Members,
    HouseholdColumn::Wage,
    HouseholdColumn::Property,
    HouseholdColumn::Transfer,
];

/// The fate of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnFate {
    /// Read as that.
    Read(HouseholdColumn),
    /// Dropped while reading, since it is of a person.
    Dropped,
    /// Not needed.
    Unused,
}

impl HouseholdColumn {
    /// The usual head.
    pub fn head(self) -> &'static str {
        HEADS
            .iter()
            .find(|(column, _)| *column == self)
            .map_or("", |(_, heads)| heads[0])
    }
}

/// The head of a register: where each meaning stands.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The column of each meaning.
    at: [Option<usize>; MEANINGS],
    /// The fate of every column.
    pub fates: Vec<ColumnFate>,
}

/// A head without spaces, marks and what stands in brackets.
fn folded(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    let mut depth = 0_usize;
    let mut kept = String::new();
    for sign in text.chars() {
        match sign {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            '\u{feff}' => {}
            _ if sign.is_whitespace() || depth > 0 => {}
            _ => kept.push(sign),
        }
    }
    kept
}

impl Head {
    /// The head of a row; none where fewer than three figures of a register are named.
    ///
    /// # Errors
    /// Where it is one, and a column is missing or there twice.
    pub fn of<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Option<Result<Self, RegisterRefusal>> {
        let heads: Vec<String> = cells.map(folded).collect();
        let mut head = Self {
            fates: vec![ColumnFate::Unused; heads.len()],
            ..Self::default()
        };
        let mut twice = None;
        for (meaning, names) in HEADS {
            let of = |name: &&str| {
                let mut at = (0..heads.len()).filter(|column| heads[*column] == **name);
                Some((at.next()?, at.next().is_some()))
            };
            if let Some((column, is_twice)) = names.iter().find_map(of) {
                head.at[meaning as usize] = Some(column);
                head.fates[column] = ColumnFate::Read(meaning);
                if is_twice {
                    twice = Some(meaning);
                }
            }
        }
        let figures = [
            HouseholdColumn::Members,
            HouseholdColumn::Wage,
            HouseholdColumn::Property,
            HouseholdColumn::Transfer,
        ];
        if figures.iter().filter(|column| head.has(**column)).count() < 3 {
            return None;
        }
        for (fate, name) in head.fates.iter_mut().zip(&heads) {
            if *fate == ColumnFate::Unused && PERSONAL.iter().any(|word| name.contains(word)) {
                *fate = ColumnFate::Dropped;
            }
        }
        if let Some(column) = twice {
            return Some(Err(RegisterRefusal::HeadTwice(column)));
        }
        let mut missing: Vec<_> = NEEDED
            .into_iter()
            .filter(|column| !head.has(*column))
            .collect();
        let is_net = head.has(HouseholdColumn::OperatingNet);
        for column in [HouseholdColumn::Gross, HouseholdColumn::Cost] {
            if !is_net && !head.has(column) {
                missing.push(column);
            }
        }
        if head.has(HouseholdColumn::Person) && !head.has(HouseholdColumn::Household) {
            missing.push(HouseholdColumn::Household);
        }
        if missing.is_empty() {
            return Some(Ok(head));
        }
        Some(Err(RegisterRefusal::Missing(missing)))
    }

    /// True where a meaning has a column.
    pub fn has(&self, column: HouseholdColumn) -> bool {
        self.at[column as usize].is_some()
    }

    /// The column of a meaning.
    pub fn at(&self, column: HouseholdColumn) -> Option<usize> {
        self.at[column as usize]
    }

    /// True where a row is a person.
    pub fn is_of_persons(&self) -> bool {
        self.has(HouseholdColumn::Person)
    }
}
