//! Writes the filled-in forms that the benchmark reads in a browser: as large as those of a province's
//! cities, the same on every run. The folder is the one argument.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Workbook, XlsxError};
use zengshou_sheets::{CountyField, Field, FormKind, ProjectField, ProjectType};

/// A cell of a form.
enum Filled {
    Text(String),
    Number(Decimal),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or("which folder?")?;
    fs::create_dir_all(&folder)?;
    workbook(
        &folder.join("projects-10000.xlsx"),
        FormKind::Projects,
        10_000,
    )?;
    workbook(
        &folder.join("counties-3000.xlsx"),
        FormKind::Counties,
        3_000,
    )?;
    let text = text(FormKind::Projects, 100_000)?;
    fs::write(folder.join("projects-100000.csv"), text)?;
    Ok(())
}

/// The line above a table that says its unit.
const UNIT: &str = "单位：万元";

fn workbook(path: &Path, form: FormKind, rows: u32) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(form.official_name())?;
    sheet.write_string(0, 0, UNIT)?;
    let fields = form.fields();
    for (column, field) in (0..).zip(&fields) {
        sheet.write_string(1, column, field.official_name())?;
    }
    for row in 0..rows {
        for (column, field) in (0..).zip(&fields) {
            match filled(*field, row) {
                Filled::Text(text) => sheet.write_string(row + 2, column, text)?,
                Filled::Number(number) => {
                    sheet.write_number(row + 2, column, number.to_f64().unwrap_or_default())?
                }
            };
        }
    }
    workbook.save(path)
}

/// The same as text: no cell holds a comma, a quotation or a line break.
fn text(form: FormKind, rows: u32) -> Result<String, std::fmt::Error> {
    let fields = form.fields();
    let names: Vec<&str> = fields.iter().map(|field| field.official_name()).collect();
    let mut text = format!("{UNIT}\n{}\n", names.join(","));
    for row in 0..rows {
        for (column, field) in fields.iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            match filled(*field, row) {
                Filled::Text(cell) => text.push_str(&cell),
                Filled::Number(number) => write!(text, "{}", number.normalize())?,
            }
        }
        text.push('\n');
    }
    Ok(text)
}

fn filled(field: Field, row: u32) -> Filled {
    match field {
        Field::Project(field) => project(field, row),
        Field::County(field) => county(field, row),
        Field::Figure(_) => Filled::Text(String::new()),
    }
}

/// A number below `most`, another for each row and column, without a generator of random numbers.
fn spread(row: u32, column: u32, most: u32) -> u32 {
    let mixed = (row + 1).wrapping_mul(2_654_435_761) ^ (column + 1).wrapping_mul(2_246_822_519);
    ((mixed ^ (mixed >> 15)).wrapping_mul(3_266_489_917) >> 8) % most
}

fn one_of(row: u32, column: u32, words: &[&str]) -> Filled {
    let at = spread(row, column, u32::try_from(words.len()).unwrap_or(1)) as usize;
    Filled::Text(words.get(at).copied().unwrap_or_default().to_owned())
}

/// An amount in ten thousands of yuan, to the fen, in fen.
fn fen(row: u32, column: u32, most: u32) -> i64 {
    let whole = i64::from(spread(row, column, most));
    whole * 1_000_000 + i64::from(spread(row, column + 100, 1_000_000))
}

/// The five sources of a project's money; the total is their sum.
fn sources(row: u32) -> [i64; 5] {
    [(0, 8_000), (1, 2_000), (2, 600), (3, 900), (4, 90)]
        .map(|(column, most)| fen(row, 40 + column, most))
}

fn amount(fen: i64) -> Filled {
    Filled::Number(Decimal::new(fen, 6))
}

fn count(row: u32, column: u32, most: u32) -> Filled {
    Filled::Number(spread(row, column, most).into())
}

fn day(row: u32, column: u32, year: u32) -> Filled {
    let (month, day) = (
        1 + spread(row, column, 12),
        1 + spread(row, column + 50, 28),
    );
    Filled::Text(format!("{year}-{month:02}-{day:02}"))
}

const TOWNSHIPS: [&str; 8] = [
    "柴沟堡镇",
    "左卫镇",
    "头百户镇",
    "怀安城镇",
    "渡口堡乡",
    "第六屯乡",
    "西湾堡乡",
    "太平庄乡",
];

fn project(field: ProjectField, row: u32) -> Filled {
    use ProjectField as F;
    let column = field as u32;
    let types = ProjectType::ALL;
    let kind = types[spread(row, F::Type as u32, 8) as usize % types.len()];
    let [central, province, city, county, other] = sources(row);
    let total = central + province + city + county + other;
    match field {
        F::Number => Filled::Text(format!(
            "5300{:014}",
            u64::from(row) * 7_919 + 130_728_000_000
        )),
        F::County => Filled::Text(format!("第{}县", 1 + row / 700)),
        F::Township => one_of(row, column, &TOWNSHIPS),
        F::Village => Filled::Text(format!("第{}村", 1 + spread(row, column, 300))),
        F::Name => Filled::Text(format!(
            "2026年第{}村{}项目（{}期）",
            1 + spread(row, F::Village as u32, 300),
            kind.official_name(),
            row + 1
        )),
        F::Year => Filled::Number(2026.into()),
        F::Type => Filled::Text(kind.official_name().to_owned()),
        F::SecondLevel => Filled::Text(second_level(kind).to_owned()),
        F::Nature => one_of(row, column, &["新建", "续建", "扩建"]),
        F::Total => amount(total),
        F::Central => amount(central),
        F::Province => amount(province),
        F::City => amount(city),
        F::CountyFunds => amount(county),
        F::OtherFunds => amount(other),
        F::OtherName => one_of(row, column, &["东西部协作资金", "社会捐赠", "定点帮扶资金"]),
        F::Paid => amount(total / i64::from(1 + spread(row, column, 9))),
        F::State => one_of(row, column, &["储备", "未开工", "在建", "完工", "验收"]),
        F::Started => day(row, column, 2025),
        F::Completed => day(row, column, 2026),
        F::AssetValue => amount(total),
        F::AssetClass => one_of(row, column, &["经营性", "公益性", "到户"]),
        F::Ownership => one_of(row, column, &["村集体", "县级", "乡镇", "农户"]),
        F::Operation => one_of(row, column, &["良好", "低效", "闲置"]),
        F::YearlyReturn => amount(fen(row, column, 900) + 100_000_000),
        F::ReturnToHouseholds => amount(fen(row, column, 100)),
        F::LiftedHouseholds => count(row, column, 400),
        F::MonitoredHouseholds => count(row, column, 40),
        F::Workers => count(row, column, 120),
    }
}

fn second_level(kind: ProjectType) -> &'static str {
    match kind {
        ProjectType::Industry => "种植业基地",
        ProjectType::Employment => "公益性岗位",
        ProjectType::RuralConstruction => "农村供水保障设施建设",
        ProjectType::RelocationSupport => "公共服务岗位",
        ProjectType::ThreeGuarantees => "享受“雨露计划”职业教育补助",
        ProjectType::Governance => "农村精神文明建设",
        ProjectType::Management => "项目管理费",
        ProjectType::Other => "困难群众饮用低氟茶",
    }
}

fn county(field: CountyField, row: u32) -> Filled {
    use CountyField as F;
    let column = field as u32;
    match field {
        F::Name => Filled::Text(format!("第{}县", row + 1)),
        F::Code => Filled::Text(format!("{}", 110_101 + row)),
        F::Income | F::IncomeBefore | F::RuralIncome => Filled::Number(Decimal::new(
            1_200_000 + i64::from(spread(row, column, 900_000)),
            2,
        )),
        F::Granted => amount(fen(row, column, 50_000) + 50_000_000_000),
        F::GrantedIndustry | F::Spent => amount(fen(row, column, 50_000)),
        F::Credit => amount(fen(row, column, 30_000)),
        F::Day => Filled::Text("2026-09-30".to_owned()),
        F::Remark => Filled::Text(format!("{}填报", TOWNSHIPS[row as usize % TOWNSHIPS.len()])),
        // A part is below its whole.
        F::LiftedHouseholds
        | F::LiftedPeople
        | F::Projects
        | F::Labour
        | F::DueHouseholds
        | F::MonitoredHouseholds
        | F::GuaranteeProblems => Filled::Number((20_000 + spread(row, column, 20_000)).into()),
        F::Started
        | F::Completed
        | F::Workers
        | F::PublicJobs
        | F::CoveredHouseholds
        | F::RiskFreeHouseholds
        | F::GuaranteeSolved => count(row, column, 9_000),
    }
}
