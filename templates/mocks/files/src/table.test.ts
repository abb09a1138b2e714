import { ConflictError, InUseError, InvalidError, NotFoundError, TakenError } from '@golden/errors';
import { beforeEach, describe, expect, it } from 'vitest';

import type { Rules } from './entity.js';
import { tablesOf, type MockTable } from './table.js';

const owners: Rules = { name: 'owner', label: 'name', unique: ['name'], pointers: {}, restorable: true };
const breeds: Rules = { name: 'breed', unique: [], pointers: {} };
const pets: Rules = {
  name: 'pet',
  label: 'bornAt',
  unique: [],
  pointers: {
    ownerId: { to: 'owners', as: 'owner', onDelete: 'restrict' },
    breedId: { to: 'breeds', as: 'breed', onDelete: 'set null' },
    likedIds: { to: 'breeds', as: 'liked', onDelete: 'set null' },
    keeperIds: { to: 'owners', as: 'keepers', onDelete: 'restrict' },
    parentId: { to: 'pets', as: 'parent', onDelete: 'cascade', tree: true },
    friendId: { to: 'pets', as: 'friend', onDelete: 'restrict' },
    doctorId: { to: 'doctors', as: 'doctor', onDelete: 'restrict', remote: true },
  },
};

const NOWHERE = '00000000-0000-4000-8000-00000000dead';

const chips: Rules = {
  name: 'chip',
  unique: [],
  pointers: { petId: { to: 'pets', as: 'pet', onDelete: 'restrict' } },
};

let tables: Readonly<Record<'owners' | 'breeds' | 'pets' | 'chips', MockTable>>;

beforeEach(() => {
  tables = tablesOf({ owners, breeds, pets, chips }, { userId: 'ada', elsewhere: (id) => id !== NOWHERE });
});

describe('a row', () => {
  it('changes unless somebody was faster', () => {
    const { id } = tables.owners.insert({ name: 'Ada', phone: null });
    expect(tables.owners.update(id, 1, { name: undefined, phone: '1' })).toMatchObject({ version: 2, name: 'Ada' });
    expect(() => tables.owners.update(id, 1, { phone: '2' })).toThrow(ConflictError);
    expect(() => tables.owners.update(NOWHERE, 1, {})).toThrow(NotFoundError);
  });

  it('comes back, unless another one took its place', () => {
    const { id } = tables.owners.insert({ name: 'Ada' });
    expect(() => tables.owners.insert({ name: 'Ada' })).toThrow(TakenError);
    tables.owners.remove(id, 1);
    expect(() => tables.owners.get(id)).toThrow(NotFoundError);
    const { id: other } = tables.owners.insert({ name: 'Ada' });
    expect(() => tables.owners.restore(id, 2)).toThrow(TakenError);
    tables.owners.remove(other, 1);
    expect(tables.owners.restore(id, 2)).toMatchObject({ version: 3, deletedAt: null });
  });

  it('is told with labels of what it points to', () => {
    const { id: ownerId } = tables.owners.insert({ name: 'Ada' });
    const { id: breedId } = tables.breeds.insert({});
    const pet = tables.pets.insert({ ownerId, breedId: null, likedIds: [breedId], doctorId: 'd' });
    expect(tables.pets.labelled(pet)).toMatchObject({
      owner: { id: ownerId, label: 'Ada' },
      breed: undefined,
      liked: [{ id: breedId, label: breedId.slice(0, 8) }],
      doctor: { id: 'd' },
    });
  });

  it('is offered by its label', () => {
    const { id } = tables.pets.insert({ bornAt: '2026-05-02T10:30:00.000Z' });
    tables.pets.insert({ bornAt: '2026-05-01T10:30:00.000Z' });
    const labels = (search: string, ids: readonly string[] = []) =>
      tables.pets.choices({ search, limit: 5, ids }).map(({ label }) => label);
    expect(labels('')).toEqual(['2026-05-01 10:30', '2026-05-02 10:30']);
    expect(labels('05-02')).toEqual(['2026-05-02 10:30']);
    expect(labels('', [id, NOWHERE])).toEqual(['2026-05-02 10:30']);
  });
});

describe('a pointer', () => {
  it.each(['ownerId', 'breedId', 'parentId', 'doctorId'])('%s leads somewhere', (field) => {
    expect(() => tables.pets.insert({ [field]: NOWHERE })).toThrow(InvalidError);
  });

  it('does not lead to what was removed, nor back to itself', () => {
    const { id: ownerId } = tables.owners.insert({ name: 'Ada' });
    tables.owners.remove(ownerId, 1);
    expect(() => tables.pets.insert({ ownerId })).toThrow(InvalidError);
    const { id: above } = tables.pets.insert({ parentId: null });
    const { id: below } = tables.pets.insert({ parentId: above });
    expect(() => tables.pets.update(above, 1, { parentId: below })).toThrow(InvalidError);
  });

  it('to several has no order, and may stay when what it leads to was removed', () => {
    const [bob, ada] = ['Bob', 'Ada'].map((name) => tables.owners.insert({ name }).id);
    const pet = tables.pets.insert({ keeperIds: [bob, ada] });
    expect(tables.pets.labelled(pet)).toMatchObject({ keepers: [{ label: 'Ada' }, { label: 'Bob' }] });
    tables.pets.update(pet.id, 1, { keeperIds: [ada, bob] });
    expect(tables.pets.history(pet.id)[0]).toMatchObject({ action: 'update', changes: [] });
    expect(() => {
      tables.owners.remove(String(ada), 1);
    }).toThrow(InUseError);
  });

  it('keeps, empties or takes along what is removed', () => {
    const { id: ownerId } = tables.owners.insert({ name: 'Ada' });
    const { id: breedId } = tables.breeds.insert({});
    const { id: above } = tables.pets.insert({ ownerId, breedId, likedIds: [breedId] });
    const { id: below } = tables.pets.insert({ parentId: above });
    const remove = () => {
      tables.owners.remove(ownerId, 1);
    };
    expect(remove).toThrow(InUseError);
    tables.breeds.remove(breedId, 1);
    expect(tables.pets.get(above)).toMatchObject({ breedId: null, likedIds: [] });
    tables.pets.remove(above, 1);
    expect(() => tables.pets.get(below)).toThrow(NotFoundError);
    expect(remove).not.toThrow();
  });
});

describe('what goes with a row', () => {
  it('keeps it where something else cannot be without that', () => {
    const { id: above } = tables.pets.insert({ parentId: null });
    const { id: below } = tables.pets.insert({ parentId: above });
    const { id: chip } = tables.chips.insert({ petId: below });
    expect(() => {
      tables.pets.remove(above, 1);
    }).toThrow(InUseError);
    expect(tables.pets.all().map(({ id }) => id)).toEqual([above, below]);
    tables.chips.remove(chip, 1);
    tables.pets.remove(above, 1);
    expect(tables.pets.all()).toEqual([]);
  });

  it('keeps it not for its own sake', () => {
    const { id: above } = tables.pets.insert({ parentId: null });
    tables.pets.insert({ parentId: above, friendId: above });
    tables.pets.remove(above, 1);
    expect(tables.pets.all()).toEqual([]);
  });
});

it('tells no more of a history than the services do', () => {
  const { id } = tables.owners.insert({ name: 'Ada' });
  for (let version = 1; version <= 200; version += 1) {
    tables.owners.update(id, version, { name: `Ada ${String(version)}` });
  }
  const history = tables.owners.history(id);
  expect(history).toHaveLength(200);
  expect(history[0]).toMatchObject({ changes: [{ field: 'name', to: 'Ada 200' }] });
});

it('tells who changed what, the latest first', () => {
  const { id } = tables.owners.insert({ name: 'Ada' });
  tables.owners.update(id, 1, { name: 'Bob' });
  tables.owners.remove(id, 2);
  expect(tables.owners.history(id)).toMatchObject([
    { action: 'remove', userId: 'ada', changes: [] },
    { action: 'update', changes: [{ field: 'name', from: 'Ada', to: 'Bob' }] },
    { action: 'create', changes: [{ field: 'name', from: null, to: 'Ada' }] },
  ]);
});
