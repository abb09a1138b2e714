//! Small documents, one for each rule about properties.

use super::{document, notes, of, spec_of};

/// A schema `Thing` with these properties beside its id.
fn thing(properties: &[&str]) -> String {
    let lines: String = properties.iter().map(|line| format!("        {line}\n")).collect();
    format!("    Thing:\n      required: [id, must]\n      properties:\n        id: {{ type: string }}\n{lines}")
}

#[test]
fn formats_become_types() {
    insta::assert_snapshot!(spec_of(&thing(&[
        "a: { type: string, format: date }",
        "b: { type: string, format: date-time }",
        "c: { type: string, format: time }",
        "d: { type: string, format: duration }",
        "e: { type: string, format: uuid }",
        "f: { type: string, format: email }",
        "g: { type: string, format: uri }",
        "h: { type: integer, format: int32 }",
        "i: { type: integer, format: int64 }",
        "j: { type: integer, maximum: 5000000000 }",
        "k: { type: number, format: float }",
        "l: { type: number, multipleOf: 0.001 }",
        "m: { type: string, format: byte }",
        "n: { type: string, format: binary }",
        "o: { type: string, format: password }",
        "p: { type: boolean }",
        "password: { type: string }",
    ])), @r#"
    entities:
      Thing:
        fields:
          a: date
          b: datetime
          c: time
          d: duration
          e: uuid
          f: email
          g: url
          h: int
          i: long
          j: { type: long, max: 5000000000 }
          k: float
          l: { type: decimal, precision: 18, scale: 3 }
          m: bytes
          "n": file
          p: boolean
    "#);
}

#[test]
fn limits_become_bounds() {
    insta::assert_snapshot!(spec_of(&thing(&[
        "must: { type: string, minLength: 2, maxLength: 8, pattern: '^[a-z]+$' }",
        "b: { type: integer, format: int32, minimum: 1, exclusiveMaximum: 10, default: 5 }",
        "c: { type: number, multipleOf: 0.01, exclusiveMinimum: 0 }",
        "d: { type: integer, enum: [1, 2, 3] }",
        "description: { type: string, maxLength: 4000 }",
    ])), @r#"
    entities:
      Thing:
        fields:
          must: { type: string, required: true, min: 2, max: 8, pattern: "^[a-z]+$" }
          b: { type: int, default: 5, min: 1, max: 9 }
          c: { type: decimal, min: 0.01, precision: 18, scale: 2 }
          d: { type: int, min: 1, max: 3 }
          description: { type: text, max: 4000 }
    "#);
}

#[test]
fn nothing_may_be_a_value_in_every_way_of_saying_so() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      required: [id, a, b, c, d, e]
      properties:
        id: { type: string }
        a: { type: string, maxLength: 9, nullable: true }
        b: { type: [string, 'null'], maxLength: 9 }
        c: { anyOf: [{ type: string, maxLength: 9 }, { type: 'null' }] }
        d: { oneOf: [{ $ref: '#/components/schemas/Other' }, { type: 'null' }] }
        e: { type: string, enum: [x, y, null] }
    Other: { properties: { id: { type: string }, name: { type: string, maxLength: 9 } } }
"), @r#"
    enums:
      ThingE: [x, "y"]

    entities:
      Thing:
        fields:
          a: { type: string, max: 9 }
          b: { type: string, max: 9 }
          c: { type: string, max: 9 }
          e: ThingE
        relations:
          d: { many-to-one: Other }

      Other:
        fields:
          name: { type: string, max: 9 }
    "#);
}

#[test]
fn enums_are_named_by_their_schema_or_by_where_they_are() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      properties:
        id: { type: string }
        colour: { $ref: '#/components/schemas/Colour' }
        size: { type: string, enum: [small, Large, 'extra large'], default: small }
        kind: { const: thing }
    Colour: { type: string, enum: [red, green], description: Of its paint }
    Unused: { type: string, enum: [a, b] }
"), @r#"
    enums:
      Colour: { description: Of its paint, values: [red, green] }
      ThingSize: { small: Small, Large: Large, extra-large: extra large }
      ThingKind: [thing]

    entities:
      Thing:
        fields:
          colour: Colour
          size: { type: ThingSize, default: small }
          kind: ThingKind
    "#);
}

#[test]
fn lists_maps_and_several_forms_are_kept_as_json_and_told() {
    let text = document(&thing(&[
        "a: { type: array, items: { type: string } }",
        "b: { type: object, additionalProperties: { type: integer } }",
        "c: { oneOf: [{ type: string }, { type: object, properties: { x: { type: string } } }] }",
        "d: {}",
        "e: { oneOf: [{ type: integer }, { type: number }] }",
    ]));
    insta::assert_snapshot!(notes(&of(&text)), @r#"
    7:5 operations: `GET /others/{id}`: neither a list nor a record of an entity; write it as an action of the service
    13:9 left out: `Thing.id`: every row has a UUID of its own as its `id`
    14:9 the type `array` of `Thing.a`: a `json`, because the spec has no lists; an entity of its own may suit better
    15:9 the type `object` of `Thing.b`: a `json`, because the spec has no type for pairs of key and value
    16:9 the type `one of several` of `Thing.c`: a `json`, because it has one of several forms
    17:9 the type `any` of `Thing.d`: a `json`, because it may be anything
    18:9 numbers without a number of digits: `Thing.e`: a `decimal` with 28 digits, 10 of them behind the point
    "#);
}

#[test]
fn small_objects_become_fields_and_large_ones_json() {
    let many: String = (0..13).map(|at| format!("f{at}: {{ type: boolean }}, ")).collect();
    insta::assert_snapshot!(spec_of(&format!("    Thing:
      required: [id, address]
      properties:
        id: {{ type: string }}
        address: {{ required: [city], properties: {{ city: {{ type: string, maxLength: 40 }}, zip: {{ type: string, maxLength: 9 }} }} }}
        place: {{ $ref: '#/components/schemas/Place' }}
        large: {{ type: object, properties: {{ {many} }} }}
        nested: {{ type: object, properties: {{ inner: {{ type: object, properties: {{ a: {{ type: boolean }} }} }} }} }}
    Place: {{ properties: {{ latitude: {{ type: number, format: double }}, longitude: {{ type: number, format: double }} }} }}
")), @r#"
    entities:
      Thing:
        fields:
          addressCity: { type: string, required: true, max: 40 }
          addressZip: { type: string, max: 9 }
          placeLatitude: float
          placeLongitude: float
          large: json
          nested: json
    "#);
}

#[test]
fn all_of_is_one_and_what_stands_later_wins() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      allOf:
        - $ref: '#/components/schemas/Base'
        - { required: [name], properties: { name: { type: string, maxLength: 9 } } }
      properties: { own: { type: boolean } }
    Base: { required: [id], properties: { id: { type: string }, name: { type: string, maxLength: 99 }, note: { type: string } } }
"), @r#"
    entities:
      Thing:
        fields:
          name: { type: string, required: true, max: 9 }
          note: text
          own: boolean
    "#);
}

#[test]
fn forms_are_one_entity_with_a_kind() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator: { propertyName: animal, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } }
    Cat: { required: [id, name, lives], properties: { id: { type: string }, animal: { type: string }, name: { type: string, maxLength: 9 }, lives: { type: integer, format: int32 } } }
    Dog: { required: [id, name], properties: { id: { type: string }, animal: { type: string }, name: { type: string, maxLength: 9 }, barks: { type: boolean } } }
"), @r#"
    enums:
      ThingAnimal: [cat, dog]

    entities:
      Thing:
        fields:
          name: { type: string, required: true, max: 9 }
          lives: int
          barks: boolean
          animal: ThingAnimal!
    "#);
}

#[test]
fn the_platforms_own_columns_are_left_out() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      properties:
        thingId: { type: integer, format: int64 }
        createdAt: { type: string }
        lastModified: { type: string, format: date-time, readOnly: true }
        deletedAt: { type: string, format: date-time }
        made: { type: string, format: date-time }
"), @r#"
    entities:
      Thing:
        fields:
          made: datetime
        soft-delete: true
    "#);
}
