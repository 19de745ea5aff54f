//! The bureau's settings as every part of the page has them: read from the browser's storage, kept there with each change.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::bureau::{BureauAction, BureauBook};
use crate::app::effects::bureau;
use crate::app::state::{Action, News, Origin};
use crate::app::view::context::use_page;
use crate::counties::check::CheckedCounties;
use crate::counties::settings::CountySettings;
use crate::region::Region;

/// The name of the book among the settings of views that were left.
const KEPT: &str = "bureau-book";

/// The book in the page.
#[derive(Clone, Default, PartialEq)]
struct BureauDesk(BureauBook);

impl Reducible for BureauDesk {
    type Action = BureauAction;

    fn reduce(self: Rc<Self>, action: BureauAction) -> Rc<Self> {
        Rc::new(Self(self.0.apply(&action)))
    }
}

/// The settings as they were when the page was drawn, and the way to change them.
#[derive(Clone)]
pub struct BureauHandle {
    now: BureauBook,
    dispatcher: UseReducerDispatcher<BureauDesk>,
}

impl BureauHandle {
    /// Changes the newest settings in one step; changes in a row with the same mark are one.
    pub fn edit(&self, mark: Option<u64>, edit: impl Fn(&mut CountySettings) + 'static) {
        self.act(BureauAction::Edit(Rc::new(edit), mark));
    }

    /// Does something with the settings.
    pub fn act(&self, action: BureauAction) {
        self.dispatcher.dispatch(action);
    }
}

impl Deref for BureauHandle {
    type Target = BureauBook;
    fn deref(&self) -> &BureauBook {
        &self.now
    }
}

impl PartialEq for BureauHandle {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now
    }
}

/// The book of a region. It outlives the page as long as its tab does, with the steps that can be taken back.
#[hook]
pub fn use_bureau(region: &Rc<Region>) -> BureauHandle {
    let page = use_page();
    let faults = use_mut_ref(Vec::new);
    let book = {
        let (session, region, faults) = (page.session.clone(), region.id.clone(), faults.clone());
        use_reducer(move || {
            let left = session.get::<(String, BureauBook)>(KEPT);
            if let Some((of, book)) = left.filter(|(of, _)| *of == region) {
                debug_assert_eq!(of, region, "the book of this region");
                return BureauDesk(book);
            }
            match bureau::kept(&region) {
                Ok(kept) => BureauDesk(BureauBook::of(kept.unwrap_or_default())),
                Err(problems) => {
                    *faults.borrow_mut() = problems;
                    BureauDesk::default()
                }
            }
        })
    };
    {
        let act = page.act.clone();
        use_effect_with((), move |()| {
            let problems = faults.take();
            if !problems.is_empty() {
                act.emit(Action::Notify(News::Refused(Origin::Storage, problems)));
            }
        });
    }
    let first = use_mut_ref(|| true);
    let now = book.0.clone();
    {
        let (act, of) = (page.act.clone(), (region.clone(), now.settings().clone()));
        use_effect_with(of, move |(region, settings)| {
            act.emit(Action::KeepFloor(
                settings.guarantees.floor(&CheckedCounties::of(region)),
            ));
        });
    }
    let of = (region.id.clone(), now.clone());
    use_effect_with(of, move |(region, book)| {
        page.session.put(KEPT, (region.clone(), book.clone()));
        // What was only read is not written: what can't be read here may be read elsewhere.
        if first.replace(false) {
            return;
        }
        if let Err(fault) = bureau::keep(region, book.settings()) {
            page.act.emit(Action::Notify(News::StorageFailed(fault)));
        }
    });
    BureauHandle {
        now,
        dispatcher: book.dispatcher(),
    }
}

/// Has the floor of the funds that a region's settings are, as they were left here, hold from the start.
#[hook]
pub fn use_kept_floor(region: &Rc<Region>, is_own_work: bool, act: &Callback<Action>) {
    let act = act.clone();
    let of = (region.id.clone(), is_own_work);
    let region = region.clone();
    use_effect_with(of, move |(id, is_own_work)| {
        // What can't be read is said where it is opened.
        if *is_own_work && let Ok(Some(settings)) = bureau::kept(id) {
            let floor = settings.guarantees.floor(&CheckedCounties::of(&region));
            act.emit(Action::KeepFloor(floor));
        }
    });
}
