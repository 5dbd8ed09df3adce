//! The lists that a sheet for the notice board is made from: what concerns a place, in the order in which people look for it.

use gongshi::config;
use gongshi::diag::Problems;
use gongshi::guard;
use gongshi::load::load;
use gongshi::measure::measure;
use gongshi::source::Sources;
use gongshi::view::{PlaceIx, View};

use crate::site::Site;

const PLACES: &str = "id,name,level,parent\nxian,云县,county,\nstreet,南关街道,subdistrict,xian\nnanguan,南关社区,community,street\n\
                      taoli,桃李园,estate,nanguan\nbeiguan,北关社区,community,street\n";

/// In no order at all; 1 May 2024 is a Wednesday.
const DUTY: &str = "place,role,weekday,date,hours,phone,point\n\
                    nanguan,律师,,2024-05-09,9:00-11:00,,\n\
                    nanguan,书记,wed,,14:00-17:00,,\n\
                    beiguan,书记,mon,,9:00-10:00,,\n\
                    street,值班干部,mon-fri,,8:30-17:30,0000-5550100,hall\n\
                    nanguan,值班干部,mon-fri,,8:30-17:30,,\n\
                    xian,县长,,2024-05-08,,,\n\
                    taoli,网格长,mon-fri,,8:00-12:00,,\n\
                    nanguan,物业经理,,2024-05-01,9:00-11:00,,\n\
                    nanguan,物业经理,,2024-04-30,9:00-11:00,,\n\
                    nanguan,书记,wed,,8:30-11:30,,\n";

const POINTS: &str = "id,place,name,address\nhall,street,便民大厅,\nn-10,nanguan,食堂,桃李园东门\nn-2,taoli,驿站,桃李园3号楼\n\
                      n-9,nanguan,服务站,桃李路1号\nb-1,beiguan,食堂,\n";

/// Shows the site of these tables to `look`, with the number of each place by its id.
fn with_view(look: impl Fn(&View<'_>, &dyn Fn(&str) -> PlaceIx)) {
    let site = Site::new()
        .file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2024-05-01\n")
        .file("data/places.csv", PLACES)
        .file("data/duty.csv", DUTY)
        .file("data/service_points.csv", POINTS);
    let sources = Sources::open(site.path()).unwrap();
    let mut config = config::read(&sources).unwrap();
    let mut problems = Problems::new();
    let ledger = load(&sources, &config, &mut problems);
    assert!(problems.is_empty());
    let (ledger, folded) = guard::fold(ledger, &config);
    let measures = measure(&ledger, &config, config.site.as_of.unwrap()).unwrap();
    let cleared = guard::clear((ledger, folded), measures, &mut config).unwrap();
    let view = View::new(&cleared, &config);
    look(&view, &|id| {
        let at = cleared.ledger().places.iter().position(|place| place.id == id).unwrap();
        PlaceIx(u32::try_from(at).unwrap())
    });
}

fn rota(view: &View<'_>, at: PlaceIx) -> Vec<String> {
    let rows = view.duty(at).into_iter();
    rows.map(|row| {
        let place = if row.above { format!("^{}", row.place) } else { row.place };
        [place, row.days, row.hours, row.role].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    })
    .collect()
}

#[test]
fn the_rota_of_a_community_holds_that_of_the_places_above_it_marked_as_such() {
    with_view(|view, at| {
        assert_eq!(
            rota(view, at("nanguan")),
            [
                "桃李园 周一至周五 8:00–12:00 网格长",
                "周一至周五 8:30–17:30 值班干部",
                "^南关街道 周一至周五 8:30–17:30 值班干部",
                "周三 8:30–11:30 书记",
                "周三 14:00–17:00 书记",
                "2024年5月1日（周三） 9:00–11:00 物业经理",
                "^云县 2024年5月8日（周三） 县长",
                "2024年5月9日（周四） 9:00–11:00 律师",
            ]
        );
        let hall = view.duty(at("nanguan")).into_iter().find(|row| row.place == "南关街道").unwrap();
        assert_eq!((hall.phone.as_str(), hall.point.as_str()), ("0000-5550100", "便民大厅"));
    });
}

#[test]
fn the_rota_of_a_roll_up_leaves_that_of_its_communities_to_them() {
    with_view(|view, at| {
        assert_eq!(rota(view, at("street")), ["周一至周五 8:30–17:30 值班干部", "^云县 2024年5月8日（周三） 县长"]);
    });
}

#[test]
fn service_points_go_by_place_and_id_and_say_where_they_are_once() {
    with_view(|view, at| {
        let points = |id| {
            let rows = view.service_points(at(id)).into_iter();
            rows.map(|row| format!("{} {}", row.name, row.location).trim().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(points("nanguan"), ["服务站 桃李路1号", "食堂 桃李园东门", "驿站 桃李园3号楼"]);
        assert_eq!(
            points("street"),
            ["便民大厅", "服务站 南关社区 桃李路1号", "食堂 南关社区 桃李园东门", "驿站 桃李园3号楼", "食堂 北关社区"]
        );
    });
}
