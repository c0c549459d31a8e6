import { createSessieStore } from './sessie.store.js';

describe('de sessies van de oefenaanmelding', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2027, 0, 4) }));
  afterEach(() => jest.useRealTimers());

  it('forgets what has expired', async () => {
    const sessions = createSessieStore()('Session');
    await sessions.upsert('a', { uid: 'u' }, 10);
    expect(await sessions.findByUid('u')).toEqual({ uid: 'u' });
    jest.advanceTimersByTime(10_000);
    expect(await sessions.find('a')).toBeUndefined();
    expect(await sessions.findByUid('u')).toBeUndefined();
  });

  it('makes room by dropping what was written longest ago', async () => {
    const sessions = createSessieStore(2)('Session');
    for (const id of ['a', 'b', 'a', 'c']) await sessions.upsert(id, { uid: id }, 60);
    expect(await sessions.find('a')).toBeDefined();
    expect(await sessions.find('b')).toBeUndefined();
    expect(await sessions.find('c')).toBeDefined();
  });

  it('keeps kinds apart, and revokes a grant in all of them', async () => {
    const store = createSessieStore();
    const codes = store('AuthorizationCode');
    const tokens = store('AccessToken');
    await codes.upsert('x', { grantId: 'g' }, 60);
    await tokens.upsert('x', { grantId: 'g' }, 60);
    await tokens.upsert('y', { grantId: 'h' }, 60);
    await codes.consume('x');
    expect(await codes.find('x')).toMatchObject({ consumed: Date.UTC(2027, 0, 4) / 1000 });
    expect(await tokens.find('x')).not.toHaveProperty('consumed');
    await codes.revokeByGrantId('g');
    expect(await codes.find('x')).toBeUndefined();
    expect(await tokens.find('x')).toBeUndefined();
    expect(await tokens.find('y')).toBeDefined();
  });
});
