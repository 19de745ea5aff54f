//! The projection alone, called many times, and counties and projects by the thousand, for the benchmark in a browser.

fn main() {}

#[cfg(target_arch = "wasm32")]
mod kernel {
    use std::cell::RefCell;

    use rust_decimal::Decimal;
    use wasm_bindgen::prelude::wasm_bindgen;
    use zengshou::counties::check::CheckedCounties;
    use zengshou::counties::divide::Division;
    use zengshou::counties::league::League;
    use zengshou::counties::project::CountyProjector;
    use zengshou::counties::settings::CountySettings;
    use zengshou::model;
    use zengshou::projects::assets::ProjectAssets;
    use zengshou::projects::library::ProjectLibrary;
    use zengshou::projects::list::ProjectList;
    use zengshou::projects::money::ProjectMoney;
    use zengshou::projects::pace::{PaceTerms, progress};
    use zengshou::projects::sizes::ProjectSizes;
    use zengshou::region::Region;
    use zengshou::region::key::Fixed;
    use zengshou::region::parse::parse_region;
    use zengshou::scenario::{Resolved, Scenario, file};
    use zengshou_sheets::{CountyRow, ProjectRow, ProjectState, ProjectType, SheetDate, TypeMap};

    thread_local! {
        static PREPARED: RefCell<Option<(Region, Resolved)>> = const { RefCell::new(None) };
        static SCENARIO: RefCell<Scenario> = RefCell::default();
        static COUNTIES: RefCell<Vec<CountyRow>> = const { RefCell::new(Vec::new()) };
        static PROJECTS: RefCell<Vec<ProjectRow>> = const { RefCell::new(Vec::new()) };
    }

    /// Reads a region and a scenario file; returns what is wrong, or nothing.
    #[wasm_bindgen]
    pub fn prepare(region: &str, scenario: &str) -> String {
        let region = match parse_region(region) {
            Ok(region) => region,
            Err(problems) => return format!("{problems:?}"),
        };
        match file::read(&region, scenario) {
            Ok(read) if read.problems.is_empty() => {
                let resolved = read.scenario.resolve(&region);
                SCENARIO.with(|scenario| *scenario.borrow_mut() = read.scenario);
                PREPARED.with(|prepared| *prepared.borrow_mut() = Some((region, resolved)));
                String::new()
            }
            Ok(read) => format!("{:?}", read.problems),
            Err(problem) => format!("{problem:?}"),
        }
    }

    /// Projects plan and scenario that many times, the first time as they were read and then with
    /// slightly other levers; returns the income of the first plan year of the last time.
    #[wasm_bindgen]
    pub fn project(rounds: u32) -> String {
        PREPARED.with(|prepared| {
            let mut prepared = prepared.borrow_mut();
            let Some((region, resolved)) = prepared.as_mut() else {
                return String::new();
            };
            let jobs = resolved.scenario.fixed(Fixed::JobsOutward);
            let mut last = None;
            for round in 0..rounds {
                let varied = jobs + Decimal::from(round % 100);
                resolved.scenario.set(Fixed::JobsOutward.into(), varied);
                let outcome = model::project(region.years, &resolved.plan, &resolved.scenario);
                last = std::hint::black_box(outcome.scenario.first().map(|year| year.income));
            }
            resolved.scenario.set(Fixed::JobsOutward.into(), jobs);
            last.map_or_else(String::new, |income| income.to_string())
        })
    }

    /// Invents that many counties, each with other numbers.
    #[wasm_bindgen]
    pub fn prepare_counties(count: u32) {
        let county = |number: u32| {
            let of = |least: u32, span: u32, step: u32| u64::from(least + number * step % span);
            let people = of(500, 40_000, 7_919);
            let granted = Decimal::from(of(2_000_000, 90_000_000, 104_729));
            CountyRow {
                name: format!("{number}县"),
                lifted_households: Some(people * 10 / 21),
                lifted_people: Some(people),
                income: Some(Decimal::new(of(900_000, 900_000, 7_907) as i64, 2)),
                income_before: Some(Decimal::new(of(850_000, 800_000, 7_901) as i64, 2)),
                granted: Some(granted),
                granted_industry: Some(granted * Decimal::new(of(45, 30, 7) as i64, 2)),
                spent: Some(granted * Decimal::new(of(20, 60, 11) as i64, 2)),
                projects: Some(of(40, 200, 13)),
                started: Some(of(30, 11, 3)),
                completed: Some(of(1, 30, 5)),
                workers: Some(people * of(20, 25, 3) / 100),
                labour: Some(people / 2),
                covered_households: Some(people * of(80, 20, 7) / 300),
                due_households: Some(people / 3),
                monitored_households: Some(people / 40),
                risk_free_households: Some(people / 60),
                guarantee_problems: Some(of(0, 50, 17)),
                guarantee_solved: Some(0),
                day: SheetDate::new(2026, 6, Some(30)),
                ..CountyRow::default()
            }
        };
        COUNTIES.with(|rows| *rows.borrow_mut() = (0..count).map(county).collect());
    }

    /// Projects every county up to the first plan year or the last; returns all counties' income of the first.
    #[wasm_bindgen]
    pub fn project_counties(to_horizon: bool) -> String {
        with_counties(|region, checked, scenario| {
            let (first, last) = (region.years.first_plan, region.years.horizon);
            let years = if to_horizon {
                vec![first, last]
            } else {
                vec![first]
            };
            let incomes = CountyProjector::new(region, scenario, &years).all(checked);
            let income = incomes.against.get(1).and_then(|against| against.counties);
            income.map_or_else(String::new, |income| income.to_string())
        })
    }

    /// Ranks every county; returns the best row.
    #[wasm_bindgen]
    pub fn rank_counties() -> String {
        with_counties(|_, checked, _| {
            let league = League::of(checked, &CountySettings::default(), None);
            let best = league.lines.first();
            best.map_or_else(String::new, |line| line.row.to_string())
        })
    }

    /// Divides an amount in 10,000 yuan among all counties, with floors and caps that hold some of them; returns the sum.
    #[wasm_bindgen]
    pub fn divide_counties(wan: u32) -> String {
        with_counties(|_, checked, _| {
            let mut settings = CountySettings::default();
            let even = u64::from(wan) / checked.rows.len().max(1) as u64;
            settings.division.floor = Some(even / 2);
            settings.division.cap = Some(even * 3 / 2);
            match Division::of(checked, &settings, wan.into()) {
                Ok(division) => {
                    let sum: u64 = division.parts.iter().map(|part| part.wan).sum();
                    sum.to_string()
                }
                Err(refusal) => format!("{refusal:?}"),
            }
        })
    }

    /// Invents that many projects of sixteen counties.
    #[wasm_bindgen]
    pub fn prepare_projects(count: u32) {
        let project = |number: u32| {
            let of = |least: u32, span: u32, step: u32| Decimal::from(least + number * step % span);
            let central = of(50_000, 9_000_000, 104_729);
            let province = of(20_000, 3_000_000, 7_919);
            ProjectRow {
                number: Some(format!("XG{number:06}")),
                name: Some(format!("项目 {number:06}")),
                county: Some(format!("{}县", number % 16)),
                year: Some(2026),
                project_type: ProjectType::ALL.get(number as usize % 8).copied(),
                total: Some(central + province),
                central: Some(central),
                province: Some(province),
                paid: Some(central / Decimal::TWO),
                state: Some(ProjectState::UnderConstruction),
                ..ProjectRow::default()
            }
        };
        PROJECTS.with(|rows| *rows.borrow_mut() = (0..count).map(project).collect());
    }

    /// Checks all projects and adds them up by source, use, size, county and type; returns their money.
    #[wasm_bindgen]
    pub fn sum_projects() -> String {
        PROJECTS.with(|rows| {
            let (rows, map) = (rows.borrow(), TypeMap::default());
            let settings = CountySettings::default();
            let library = ProjectLibrary::new(&rows, &map, Some(2026));
            let money = ProjectMoney::of(&library);
            let sizes = ProjectSizes::of(&library, &settings.projects.edges);
            let lines = progress(&library, &PaceTerms::of(&settings, None));
            let assets = ProjectAssets::of(&library.checked);
            let list = ProjectList::of(&library, |_, _| String::new());
            std::hint::black_box((sizes, lines, assets, list));
            money.total().to_string()
        })
    }

    /// The people and incomes of the counties for a peer, with the floor and the cap that some of them reach, as JSON.
    #[wasm_bindgen]
    pub fn division_input(wan: u32) -> String {
        with_counties(|_, checked, _| {
            let row = |row: &CountyRow| Some((row.lifted_people?, row.income?.to_string()));
            let rows = checked.rows.iter().filter_map(row);
            let rows = rows.map(|(people, income)| format!("[{people},{income}]"));
            let rows: Vec<String> = rows.collect();
            let even = u64::from(wan) / checked.rows.len().max(1) as u64;
            let (floor, cap) = (even / 2, even * 3 / 2);
            let rows = rows.join(",");
            format!("{{\"rows\":[{rows}],\"floor\":{floor},\"cap\":{cap}}}")
        })
    }

    /// The parts of a division between a floor and a cap, with commas between them.
    #[wasm_bindgen]
    pub fn divided_parts(wan: u32, floor: u32, cap: u32) -> String {
        with_counties(|_, checked, _| {
            let mut settings = CountySettings::default();
            settings.division.floor = Some(floor.into());
            settings.division.cap = Some(cap.into());
            match Division::of(checked, &settings, wan.into()) {
                Ok(division) => {
                    let parts = division.parts.iter().map(|part| part.wan.to_string());
                    parts.collect::<Vec<_>>().join(",")
                }
                Err(refusal) => format!("{refusal:?}"),
            }
        })
    }

    fn with_counties(work: impl Fn(&Region, &CheckedCounties<'_>, &Scenario) -> String) -> String {
        PREPARED.with(|prepared| {
            let prepared = prepared.borrow();
            let Some((region, _)) = prepared.as_ref() else {
                return String::new();
            };
            SCENARIO.with(|scenario| {
                COUNTIES.with(|rows| {
                    let rows = rows.borrow();
                    let checked = CheckedCounties::rows_alone(&rows);
                    work(region, &checked, &scenario.borrow())
                })
            })
        })
    }
}
