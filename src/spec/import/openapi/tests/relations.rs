//! Small documents, one for each rule about twins and relations.

use super::{document, notes, of, spec_of};

#[test]
fn twins_are_one_entity_and_what_is_sent_says_what_is_required() {
    insta::assert_snapshot!(spec_of(
        "    ThingResponse:
      required: [id, name, number]
      properties: { id: { type: string }, name: { type: string, maxLength: 9 }, number: { type: integer, format: int32 } }
    CreateThingRequest:
      required: [name, secret]
      properties: { name: { type: string, maxLength: 9 }, secret: { type: boolean }, number: { type: integer, format: int32 } }
    ThingPatch: { properties: { name: { type: string, maxLength: 9 }, isOld: { type: boolean } } }
    Thing: { required: [id, name, number], properties: { id: { type: string }, name: { type: string, maxLength: 9 }, number: { type: integer, format: int32 } } }
"), @r#"
    entities:
      Thing:
        fields:
          name: { type: string, required: true, max: 9 }
          number: int
          secret: boolean!
          isOld: boolean
    "#);
}

#[test]
fn a_name_alone_makes_no_twin() {
    insta::assert_snapshot!(spec_of(
        "    Thing: { properties: { id: { type: string }, name: { type: string, maxLength: 9 }, details: { $ref: '#/components/schemas/ThingDetails' } } }
    ThingDetails: { properties: { id: { type: string }, weight: { type: integer, format: int32 }, height: { type: integer, format: int32 } } }
"), @r#"
    entities:
      Thing:
        fields:
          name: { type: string, max: 9 }
        relations:
          details: { many-to-one: ThingDetail }

      ThingDetail:
        fields:
          weight: int
          height: int
    "#);
}

#[test]
fn both_ends_of_a_relation_are_one() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      properties:
        id: { type: string }
        others: { type: array, items: { $ref: '#/components/schemas/Other' } }
        tags: { type: array, items: { $ref: '#/components/schemas/Tag' } }
        twin: { $ref: '#/components/schemas/Twin' }
        parent: { $ref: '#/components/schemas/Thing' }
        children: { type: array, items: { $ref: '#/components/schemas/Thing' } }
    Other: { required: [owner], properties: { id: { type: string }, owner: { $ref: '#/components/schemas/Thing' } } }
    Tag: { properties: { id: { type: string }, things: { type: array, items: { $ref: '#/components/schemas/Thing' } } } }
    Twin: { required: [thing], properties: { id: { type: string }, thing: { $ref: '#/components/schemas/Thing' } } }
"), @r#"
    entities:
      Thing:
        relations:
          parent: { many-to-one: Thing, inverse: children }
          tags: { many-to-many: Tag }

      Other:
        relations:
          owner: { many-to-one: Thing, required: true }

      Tag:
        fields:
          name: string

      Twin:
        relations:
          thing: { one-to-one: Thing, required: true }
    "#);
}

#[test]
fn ids_of_other_entities_are_relations() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      required: [otherId]
      properties:
        id: { type: string, format: uuid }
        otherId: { type: string, format: uuid }
        billing_other_id: { type: string, format: uuid }
        strangerId: { type: string, format: uuid }
        parentId: { type: string, format: uuid }
    Other: { properties: { id: { type: string }, name: { type: string, maxLength: 9 }, thingIds: { type: array, items: { type: string } } } }
"), @r#"
    entities:
      Thing:
        fields:
          strangerId: uuid
        relations:
          other: { many-to-one: Other, inverse: thingsAsOther, required: true }
          billingOther: { many-to-one: Other, inverse: thingsAsBillingOther }
          parent: { many-to-one: Thing, inverse: thingsAsParent }

      Other:
        fields:
          name: { type: string, max: 9 }
        relations:
          things: { many-to-many: Thing }
    "#);
}

#[test]
fn a_list_belongs_to_one_where_nothing_else_leads_to_it() {
    insta::assert_snapshot!(spec_of(
        "    Thing:
      properties:
        id: { type: string }
        lines: { type: array, items: { $ref: '#/components/schemas/Line' } }
        others: { type: array, items: { $ref: '#/components/schemas/Other' } }
        labels: { type: array, items: { $ref: '#/components/schemas/Label' } }
    Line: { properties: { text: { type: string, maxLength: 9 } } }
    Label: { properties: { id: { type: string }, name: { type: string, maxLength: 9 } } }
    Other: { properties: { id: { type: string }, name: { type: string, maxLength: 9 } } }
"), @r#"
    entities:
      Thing:
        relations:
          others: { many-to-many: Other }
          labels: { many-to-many: Label }

      Line:
        fields:
          text: { type: string, max: 9 }
        relations:
          thing: { many-to-one: Thing, required: true }

      Label:
        fields:
          name: { type: string, max: 9 }

      Other:
        fields:
          name: { type: string, max: 9 }
    "#);
}

#[test]
fn what_is_no_entity_is_told_in_groups() {
    let text = document(
        "    Thing: { properties: { id: { type: string }, name: { type: string, maxLength: 9 } } }
    ThingList: { properties: { items: { type: array, items: { $ref: '#/components/schemas/Thing' } }, total: { type: integer } } }
    Problem: { properties: { title: { type: string } } }
    ApiError: { properties: { code: { type: string } } }
    LoginRequest: { properties: { user: { type: string } } }
    Forgotten: { properties: { id: { type: string } } }
",
    );
    insta::assert_snapshot!(notes(&of(&text)), @r#"
    7:5 operations: `GET /others/{id}`: neither a list nor a record of an entity; write it as an action of the service
    10:28 left out: `Thing.id`: every row has a UUID of its own as its `id`
    11:5 schemas around others: `ThingList`: lists and answers have their own wrapping
    12:5 schemas of failures: `Problem`, `ApiError`: the workspace has its own, told alike everywhere
    14:5 schemas of requests and answers of their own: `LoginRequest`: they are no things that are kept; write them as actions of the service
    15:5 schemas that nothing refers to: `Forgotten`: no path and no entity leads to them
    "#);
}

#[test]
fn what_only_refers_to_a_thing_is_that_thing() {
    insta::assert_snapshot!(spec_of(
        "    Thing: { properties: { id: { type: string }, name: { type: string, maxLength: 9 }, other: { $ref: '#/components/schemas/OtherRef' } } }
    Other: { properties: { id: { type: string }, thing: { $ref: '#/components/schemas/ThingReference' }, size: { type: integer, format: int32 } } }
    OtherRef: { properties: { id: { type: string } } }
    ThingReference: { properties: { id: { type: string }, name: { type: string, maxLength: 9 } } }
"), @r"
    entities:
      Thing:
        fields:
          name: { type: string, max: 9 }

      Other:
        fields:
          size: int
        relations:
          thing: { one-to-one: Thing }
    ");
}

#[test]
fn what_a_base_says_of_itself_describes_no_other() {
    let imported = of(&document(
        "    Base: { description: What everything has., properties: { id: { type: string } } }
    Thing: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { name: { type: string } } }] }
    Other: { allOf: [{ $ref: '#/components/schemas/Base' }, { description: Another., properties: { size: { type: boolean } } }] }
",
    ));
    let said = |name: &str| imported.document.entities[name].description.clone();
    assert_eq!([said("Thing"), said("Other")], [None, Some("Another.".to_owned())]);
}
