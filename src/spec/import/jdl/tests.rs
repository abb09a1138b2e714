    #[test]
    fn show() {
        let mut names: Vec<_> = std::env::var("SHOW").unwrap_or_default().split_whitespace().flat_map(|d| if d.contains("jd") && std::path::Path::new(d).is_file() { vec![std::path::PathBuf::from(d)] } else { std::fs::read_dir(d).unwrap().map(|e| e.unwrap().path()).collect() }).filter(|p| p.is_file() && p.extension().unwrap() != "md").collect();
        names.sort();
        for n in names {
            let s = std::fs::read_to_string(&n).unwrap();
            let f = n.to_string_lossy();
            println!("== {f}");
            match super::read_faults(&s, &f) {
              Err(f) => for f in f { println!("   {:?} {} | {}", &s[f.span.range()].chars().take(30).collect::<String>(), f.message, f.help.unwrap_or_default()); }
              Ok(i) => {
                 if std::env::var("YAML").is_ok() { println!("{}", serde_saphyr::to_string(&i.document).unwrap()); }
                 for n in i.notes { println!("   {:?} {n}", n.kind); }
              }
            }
        }
    }
