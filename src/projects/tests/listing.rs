use super::*;
use crate::projects::filter::{ListColumn, ListSorting, MoneySource, ProjectFilter, SizeBounds};
use crate::projects::list::ProjectList;
use crate::projects::selection::{ProjectSelection, SelectedProjects};

const BY_TABLE: ListSorting = ListSorting {
    column: None,
    is_falling: false,
};

/// The six projects, with names, one that contradicts itself, and one that says next to nothing.
fn table() -> Vec<ProjectRow> {
    let mut rows = rows();
    let names = [
        "设施蔬菜大棚",
        "肉牛养殖",
        "农村公路",
        "公益岗位",
        "光伏电站",
        "菌棚",
    ];
    for (row, name) in rows.iter_mut().zip(names) {
        row.name = Some(name.to_owned());
    }
    rows.push(ProjectRow {
        name: Some("金额为负".to_owned()),
        total: yuan(-5),
        ..rows[0].clone()
    });
    rows.push(ProjectRow {
        year: Some(2026),
        ..ProjectRow::default()
    });
    rows
}

fn list(rows: &[ProjectRow]) -> ProjectList {
    let map = TypeMap::default();
    let library = ProjectLibrary::new(rows, &map, Some(2026));
    ProjectList::of(&library, |line, _| match line.state {
        Some(ProjectState::UnderConstruction) => "在建".to_owned(),
        _ => String::new(),
    })
}

fn found(list: &ProjectList, rows: &[ProjectRow], filter: ProjectFilter) -> Vec<usize> {
    let order = list.order(rows, BY_TABLE);
    list.found(&order, &filter, &ProjectSelection::default())
        .rows
}

#[test]
fn every_word_has_to_be_in_one_of_the_texts() {
    let rows = table();
    let list = list(&rows);
    let of = |text: &str| {
        let text = text.to_owned();
        found(
            &list,
            &rows,
            ProjectFilter {
                text,
                ..ProjectFilter::default()
            },
        )
    };
    assert_eq!(of("").len(), rows.len());
    assert_eq!(of("张北"), [0, 1, 6]);
    // Blanks of either width part words.
    assert_eq!(of("　张北　养殖 "), [1]);
    assert_eq!(of("在建"), [2, 3]);
    assert_eq!(of("蔚县 在建 公路"), [2]);
    assert_eq!(of("县设施"), [] as [usize; 0]);
    assert_eq!(of("……！").len(), rows.len());
}

#[test]
fn the_list_is_found_by_what_projects_are() {
    let rows = table();
    let list = list(&rows);
    let of = |filter| found(&list, &rows, filter);
    let any = ProjectFilter::default;
    assert_eq!(list.counties, ["张北县", "蔚县"]);
    assert_eq!(
        of(ProjectFilter {
            county: Some(Some(0)),
            ..any()
        }),
        [0, 1, 6]
    );
    assert_eq!(
        of(ProjectFilter {
            county: Some(None),
            ..any()
        }),
        [7]
    );
    let employment = Some(Some(ProjectType::Employment));
    assert_eq!(
        of(ProjectFilter {
            project_type: employment,
            ..any()
        }),
        [3]
    );
    assert_eq!(
        of(ProjectFilter {
            project_type: Some(None),
            ..any()
        }),
        [7]
    );
    let other = Some(MoneySource::Said(4));
    assert_eq!(
        of(ProjectFilter {
            source: other,
            ..any()
        }),
        [0, 6]
    );
    let unsaid = Some(MoneySource::Unsaid);
    assert_eq!(
        of(ProjectFilter {
            source: unsaid,
            ..any()
        }),
        [] as [usize; 0]
    );
    assert_eq!(
        of(ProjectFilter {
            state: Some(None),
            ..any()
        }),
        [7]
    );
    let size = Some(SizeBounds {
        least: yuan(2_000_000),
        below: yuan(10_000_000),
    });
    assert_eq!(of(ProjectFilter { size, ..any() }), [0, 1, 6]);
    let apart = Some(ProjectStanding::Apart);
    assert_eq!(
        of(ProjectFilter {
            standing: apart,
            ..any()
        }),
        [6]
    );
}

#[test]
fn what_is_sorted_by_stands_last_where_it_is_not_said() {
    let rows = table();
    let list = list(&rows);
    let by = |column, is_falling| {
        let column = Some(column);
        list.order(&rows, ListSorting { column, is_falling })
    };
    assert_eq!(by(ListColumn::Planned, true)[..3], [4, 3, 0]);
    assert_eq!(by(ListColumn::Planned, true)[7], 7);
    assert_eq!(by(ListColumn::Planned, false)[7], 7);
    assert_eq!(by(ListColumn::County, false)[..3], [0, 1, 6]);
    assert_eq!(by(ListColumn::County, true)[..5], [2, 3, 4, 5, 0]);
    // Of numbers, ten comes after nine.
    let mut rows = rows;
    rows[0].number = Some("10".to_owned());
    let column = Some(ListColumn::Number);
    let order = list.order(
        &rows,
        ListSorting {
            column,
            is_falling: false,
        },
    );
    assert_eq!(order, [6, 1, 2, 3, 4, 5, 0, 7]);
}

#[test]
fn sums_count_rows_that_contradict_themselves_without_their_money() {
    let rows = table();
    let list = list(&rows);
    let order = list.order(&rows, BY_TABLE);
    let filter = ProjectFilter {
        county: Some(Some(0)),
        ..ProjectFilter::default()
    };
    let mut selection = ProjectSelection::default();
    let of = list.found(&order, &filter, &selection);
    let total = ProjectTotal {
        projects: 3,
        money: decimal("7000000"),
        without_money: 1,
    };
    assert_eq!((of.total, of.paid), (total, decimal("5000000")));
    selection.set([6, 1, 4, 1], true);
    selection.set([4], false);
    selection.set([4], true);
    assert_eq!(selection.count(), 3);
    assert!(selection.has_all(&[1, 6]) && !selection.has_all(&[1, 0]) && !selection.has_all(&[]));
    let chosen = ProjectFilter {
        is_chosen: true,
        ..ProjectFilter::default()
    };
    assert_eq!(list.found(&order, &chosen, &selection).rows, [1, 4, 6]);
    let sums = SelectedProjects::of(&list, &selection);
    assert_eq!((sums.total.projects, sums.planned, sums.apart), (2, 1, 1));
    assert_eq!(
        sums.money.cell(Level::Central, Category::Industry),
        decimal("90000000")
    );
    assert_eq!(sums.money.total(), sums.total.money);
}
