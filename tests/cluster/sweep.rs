//! `gc` over 500 demos, in a cluster where nobody else makes any.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use fountane::demo::kubernetes::{Cluster, DEMO, EXPIRES, Fate, GcOptions, KEEP, MANAGED_BY, Sweep};
use fountane::process::Cancel;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::control_plane::MONTH;
use crate::served::Served;

const DEMOS: usize = 500;
const MOST: Duration = Duration::from_secs(10);

/// What a namespace is, and what shall become of it.
struct Case {
    name: String,
    labels: Value,
    annotations: Value,
    fate: Option<Fate>,
}

/// A tenth has ended, in every way that there is; some are kept, some are not ours, most go on.
fn cases(now: Timestamp) -> Vec<Case> {
    let at = |seconds: i64| (now + SignedDuration::from_secs(seconds)).to_string();
    let in_berlin = |seconds: i64| {
        let local = (now + SignedDuration::from_secs(seconds)).to_string().replace('Z', "");
        // The same digits with an offset are another moment.
        format!("{local}+02:00")
    };
    let ours = |name: &str| json!({ MANAGED_BY: "fountane", DEMO: name });
    (0..DEMOS)
        .map(|at_place| {
            let name = format!("sweep-{at_place:03}");
            let own = |annotations: Value, fate: Fate| Case {
                name: format!("fountane-{name}"),
                labels: ours(&name),
                annotations,
                fate: Some(fate),
            };
            let foreign = |full: String, labels: Value| Case {
                name: full,
                labels,
                annotations: json!({ EXPIRES: at(-60) }),
                fate: None,
            };
            match at_place {
                0..20 => own(json!({ EXPIRES: at(-1) }), Fate::WouldGo),
                20..40 => own(json!({ EXPIRES: at(-86_400) }), Fate::WouldGo),
                // An hour ahead in digits, an hour ago as a moment.
                40..50 => own(json!({ EXPIRES: in_berlin(3_600) }), Fate::WouldGo),
                50..60 => own(json!({ EXPIRES: in_berlin(3 * 3_600) }), Fate::Stays),
                60..70 => own(json!({ EXPIRES: at(-60), KEEP: "a fair" }), Fate::Stays),
                // Says nothing that can be read, and was made just now.
                70..80 => own(json!({ EXPIRES: "next week" }), Fate::Stays),
                80..85 => foreign(format!("other-{name}"), ours(&name)),
                85..90 => foreign(format!("fountane-{name}"), ours("another")),
                90..95 => foreign(format!("fountane-{name}"), json!({ DEMO: name })),
                95..100 => foreign(format!("fountane-{name}"), json!({ MANAGED_BY: "Helm", DEMO: name })),
                _ => own(json!({ EXPIRES: at(3_600) }), Fate::Stays),
            }
        })
        .collect()
}

fn fates(sweep: &Sweep) -> BTreeMap<String, Fate> {
    sweep.verdicts.iter().map(|verdict| (verdict.demo.namespace.clone(), verdict.fate)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_500_demos_those_that_have_ended_go_and_no_other_namespace_is_touched() {
    let served = Served::start("control-plane");
    let cluster = Cluster::choose(served.access("admin"), &Cancel::new()).await.unwrap();
    let cases = cases(cluster.time().await.unwrap().now());
    let namespaces: Vec<Value> = cases
        .iter()
        .map(|case| {
            json!({
                "apiVersion": "v1", "kind": "Namespace",
                "metadata": { "name": case.name, "labels": case.labels, "annotations": case.annotations },
            })
        })
        .collect();
    let began = Instant::now();
    served
        .done(&["create", "-f", "-"], &json!({ "apiVersion": "v1", "kind": "List", "items": namespaces }).to_string());
    println!("{DEMOS} namespaces were made in {:.1} s", began.elapsed().as_secs_f64());

    let dry = GcOptions { most: MONTH, delete: false, patience: MOST };
    let (before, began) = (Timestamp::now(), Instant::now());
    let sweep = cluster.gc(&dry).await.unwrap();
    println!("gc looked at {} demos in {:.2} s", sweep.verdicts.len(), began.elapsed().as_secs_f64());
    assert!(began.elapsed() < MOST);
    // One machine, one clock: what it judged by is never ahead of it, and not a second and a call behind.
    assert!(sweep.now <= Timestamp::now() && sweep.now >= before - SignedDuration::from_secs(1), "{}", sweep.now);
    let expected: BTreeMap<String, Fate> =
        cases.iter().filter_map(|case| Some((case.name.clone(), case.fate?))).collect();
    assert_eq!(fates(&sweep), expected);
    let strangers = cases.iter().filter(|case| case.fate.is_none() && case.labels[MANAGED_BY] == "fountane");
    assert_eq!(sweep.strangers.len(), strangers.count());
    assert_eq!(count(&served), DEMOS, "a dry run deletes nothing");

    let began = Instant::now();
    let swept = cluster.gc(&GcOptions { delete: true, patience: Duration::from_mins(1), ..dry }).await.unwrap();
    let gone = swept.verdicts.iter().filter(|verdict| verdict.fate == Fate::Gone).count();
    let took = began.elapsed().as_secs_f64();
    println!("gc took {gone} down in {took:.2} s, most of which the cluster needs to empty them");
    let goes = |fate: Fate| if fate == Fate::WouldGo { Fate::Gone } else { fate };
    assert_eq!(fates(&swept), expected.into_iter().map(|(name, fate)| (name, goes(fate))).collect());
    assert_eq!((gone, count(&served)), (50, DEMOS - 50));

    at_its_second(&served, &cluster, &dry).await;
}

fn count(served: &Served) -> usize {
    let names = served.done(&["get", "namespaces", "-o", "name"], "");
    names.lines().filter(|name| name.contains("sweep-")).count()
}

/// A demo that ends while one looks: it stays until its second, and not longer.
async fn at_its_second(served: &Served, cluster: &Cluster, dry: &GcOptions) {
    let expires = cluster.time().await.unwrap().now() + SignedDuration::from_secs(4);
    let expires = Timestamp::from_second(expires.as_second()).unwrap();
    let annotation = format!("{EXPIRES}={expires}");
    served.done(&["annotate", "--overwrite", "namespace", "fountane-sweep-499", &annotation], "");
    let mut looked = 0;
    let late = loop {
        let before = Timestamp::now();
        let sweep = cluster.gc(dry).await.unwrap();
        let fate = fates(&sweep)["fountane-sweep-499"];
        looked += 1;
        if fate == Fate::WouldGo {
            assert!(Timestamp::now() >= expires, "it would have gone too early");
            break before.duration_since(expires);
        }
    };
    println!("looked {looked} times; the first look that found it ended began {late:.1?} after its end");
    assert!(looked > 1, "the first look came too late");
    assert!(late < SignedDuration::from_secs(2), "{late}");
}
