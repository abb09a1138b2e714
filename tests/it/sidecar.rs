//! The scripts that ask TypeScript, by their protocol: a line of JSON in, a line or several pieces of one out.

use std::io::Write as _;
use std::process::Stdio;

use fountane::process::Cancel;
use fountane::runs::NullSink;
use fountane::toolchain::Toolchain;
use serde_json::{Value, json};

use crate::fix_project::Project;
use crate::registry;

const SCRIPT: &str = concat!(
    include_str!("../../src/verify/fix/sidecar/wire.cjs"),
    "\n",
    include_str!("../../src/verify/fix/sidecar/types.cjs"),
    include_str!("../../src/verify/fix/sidecar/names.cjs"),
    include_str!("../../src/verify/fix/sidecar/derived.cjs"),
    include_str!("../../src/verify/fix/sidecar/uses.cjs")
);
/// What the longest piece of an answer may have.
const PIECE: usize = 32_001;

/// What it says to these questions, line by line.
async fn lines(project: &Project, questions: &[Value]) -> Vec<String> {
    let search = registry::search().await;
    let root = project.env.work();
    let toolchain = Toolchain::provide(&root, &search, &NullSink, &Cancel::new()).await.unwrap();
    project.env.write("sidecar.cjs", SCRIPT);
    let mut node = project.env.tool(toolchain.node().path.as_str());
    let mut node = node.arg("sidecar.cjs").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = node.stdin.take().unwrap();
    let open = json!({
        "op": "open", "typescript": root.join("node_modules/typescript"), "root": root,
        "configs": [root.join("tsconfig.json")],
    });
    for question in [&open].into_iter().chain(questions) {
        writeln!(stdin, "{question}").unwrap();
    }
    drop(stdin);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The answers to these questions, put together.
async fn answers(project: &Project, questions: &[Value]) -> Vec<Value> {
    let mut answers = vec![String::new()];
    for line in lines(project, questions).await {
        let (sign, piece) = line.split_at(1);
        answers.last_mut().unwrap().push_str(piece);
        if sign == "=" {
            answers.push(String::new());
        }
    }
    assert_eq!(answers.pop().as_deref(), Some(""), "the last one ends");
    answers.iter().skip(1).map(|answer| serde_json::from_str(answer).unwrap()).collect()
}

/// A file of fountane's, what becomes of its text, and where it goes.
fn made(project: &Project, path: &str, to: &str, after: &str) -> Value {
    let root = project.env.work();
    json!({ "path": root.join(path), "to": root.join(to), "before": project.read(path), "after": after, "own": null })
}

/// What a person's file says afterwards.
async fn mine(project: &Project, files: Vec<Value>, values: Value) -> String {
    let answer = answers(project, &[json!({ "op": "uses", "files": files, "values": values })]).await.remove(0);
    let found = &answer["ok"];
    assert_eq!((&found["complete"], &found["stale"]), (&json!(true), &json!(false)), "{answer}");
    let mine = project.env.work().join("src/mine.ts");
    let files = found["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["file"] == mine.as_str()), "{answer}");
    files.first().map_or_else(String::new, |file| file["text"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn declared_names_and_places_of_modules_are_followed_and_a_persons_variables_are_not() {
    let ours = "export interface Pet { weight: number; name: string }\nexport const makePet = (): Pet => ({ weight: 1, name: '' });\n";
    let own = "import { makePet, type Pet } from './pet.js';\n\nconst { weight } = makePet();\n\
               export const all: Pet[] = [{ weight, name: 'weight' }];\nexport const heavy = all.map((pet) => pet.weight);\n";
    let project = Project::new(&[("src/pet.ts", ours), ("src/mine.ts", own)]).await;
    let after = ours.replace("weight", "mass").replace("Pet", "Animal");
    let text = mine(&project, vec![made(&project, "src/pet.ts", "src/animal.ts", &after)], json!([])).await;
    insta::assert_snapshot!(text, @r"
    import { makeAnimal, type Animal } from './animal.js';

    const { mass: weight } = makeAnimal();
    export const all: Animal[] = [{ mass: weight, name: 'weight' }];
    export const heavy = all.map((pet) => pet.mass);
    ");
}

#[tokio::test]
async fn properties_of_computed_types_are_followed() {
    let ours = "export const columns = { bornOn: 'born_on', name: 'name' };\n\
                export type Row = { [K in Exclude<keyof typeof columns, 'x'>]: string };\n\
                export const read = (): Row => ({ bornOn: '', name: '' });\n";
    let own = "import { read, type Row } from './row.js';\n\nconst { bornOn } = read();\n\
               export const part: Partial<Row> = { bornOn };\nexport const born = (row: Row) => row.bornOn + row['bornOn'];\n\
               export const other = { bornOn: 1 }.bornOn;\n";
    let project = Project::new(&[("src/row.ts", ours), ("src/mine.ts", own)]).await;
    let after = ours.replace("bornOn", "birthday");
    let text = mine(&project, vec![made(&project, "src/row.ts", "src/row.ts", &after)], json!([])).await;
    insta::assert_snapshot!(text, @r"
    import { read, type Row } from './row.js';

    const { birthday: bornOn } = read();
    export const part: Partial<Row> = { birthday: bornOn };
    export const born = (row: Row) => row.birthday + row['birthday'];
    export const other = { bornOn: 1 }.bornOn;
    ");
}

#[tokio::test]
async fn values_of_an_enum_are_followed_where_nothing_else_may_stand() {
    let ours = "export type Size = 'small' | 'large';\nexport const size = (): Size => 'small';\n";
    let own = "import { size, type Size } from './size.js';\n\nexport const isSmall = size() === 'small';\n\
               export const labels: Record<Size, string> = { small: 'small', large: 'Large' };\nexport const word: string = 'small';\n";
    let project = Project::new(&[("src/size.ts", ours), ("src/mine.ts", own)]).await;
    let value = json!([{ "from": "small", "to": "extra-small", "texts": ["small", "large"] }]);
    let mut file = made(&project, "src/size.ts", "src/size.ts", ours);
    file["after"] = Value::Null;
    let text = mine(&project, vec![file], value).await;
    insta::assert_snapshot!(text, @r"
    import { size, type Size } from './size.js';

    export const isSmall = size() === 'extra-small';
    export const labels: Record<Size, string> = { 'extra-small': 'small', large: 'Large' };
    export const word: string = 'small';
    ");
}

#[tokio::test]
async fn what_generators_make_of_protobuf_is_followed_by_its_rules() {
    let proto = "syntax = \"proto3\";\npackage zoo.v1;\n\nenum Kind {\n  KIND_UNSPECIFIED = 0;\n  KIND_CAT = 1;\n}\n\n\
                 message Pet {\n  string born_on = 1;\n  oneof more { string note = 2; }\n}\n\n\
                 service Pets {\n  rpc GetPet(Pet) returns (Pet);\n}\n";
    let made_of_it = "export type Pet = { bornOn: string; note: string };\nexport const PetSchema = {};\n\
                      export enum Kind { UNSPECIFIED = 0, CAT = 1 }\n\
                      export interface PetsClient { getPet(pet: Pet): Pet }\nexport const PETS_NAME = 'Pets';\n";
    let own = "import { Kind, PETS_NAME, type Pet, PetSchema, type PetsClient } from './gen/zoo/v1/pets_pb.js';\n\n\
               export const born = (client: PetsClient, pet: Pet) => client.getPet(pet).bornOn;\n\
               export const all = [Kind.CAT, PETS_NAME, PetSchema];\n";
    let files = [("proto/zoo/v1/pets.proto", proto), ("src/gen/zoo/v1/pets_pb.ts", made_of_it), ("src/mine.ts", own)];
    let project = Project::new(&files).await;
    let after = ["born_on=birthday", "Pet =Animal ", "Pet)=Animal)", "GetPet=GetAnimal", "KIND_CAT=KIND_TOM"]
        .iter()
        .filter_map(|pair| pair.split_once('='))
        .fold(proto.to_owned(), |text, (old, new)| text.replace(old, new));
    let files = vec![made(&project, "proto/zoo/v1/pets.proto", "proto/zoo/v1/animals.proto", &after)];
    let text = mine(&project, files, json!([])).await;
    insta::assert_snapshot!(text, @r"
    import { Kind, PETS_NAME, type Animal, AnimalSchema, type PetsClient } from './gen/zoo/v1/animals_pb.js';

    export const born = (client: PetsClient, pet: Animal) => client.getAnimal(pet).birthday;
    export const all = [Kind.TOM, PETS_NAME, AnimalSchema];
    ");
}

#[tokio::test]
async fn a_question_that_fails_is_answered_and_the_next_one_too() {
    let project = Project::new(&[("src/mine.ts", "export const a: number = 'ü';\n")]).await;
    let questions = [json!({ "op": "dance" }), json!({ "op": "uses" }), json!({ "op": "diagnose", "files": null })];
    let answers = answers(&project, &questions).await;
    assert!(answers[0]["error"].as_str().unwrap().contains("is not a function"), "{answers:?}");
    assert!(answers[1]["error"].is_string(), "{answers:?}");
    assert_eq!(answers[2]["ok"][0]["code"], 2322, "{answers:?}");
}

#[tokio::test]
async fn a_long_answer_comes_in_pieces_of_plain_letters() {
    let own = format!(
        "import {{ weight }} from './pet.js';\n\n// {}\nexport const a = weight;\n",
        "ü\u{2028}".repeat(20_000)
    );
    let ours = "export const weight = 1;\n";
    let project = Project::new(&[("src/pet.ts", ours), ("src/mine.ts", &own)]).await;
    let after = ours.replace("weight", "mass");
    let file = made(&project, "src/pet.ts", "src/pet.ts", &after);
    let question = json!({ "op": "uses", "files": [file.clone()], "values": [] });
    let lines = lines(&project, &[question]).await;
    assert!(lines.len() > 4 && lines.iter().all(|line| line.len() <= PIECE && line.is_ascii()));
    let text = mine(&project, vec![file], json!([])).await;
    assert!(text.contains("export const a = mass;") && text.contains(&"ü\u{2028}".repeat(20_000)), "nothing is lost");
}
