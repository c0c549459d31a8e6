import { focusManager } from '@tanstack/react-query';
import { GEDULD_MS, rustZonderGebruik } from './rust.js';

describe('een venster dat niemand gebruikt', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('vraagt na een tijd niets meer, tot iemand het weer aanraakt', () => {
    const venster = new EventTarget();
    rustZonderGebruik(venster);
    jest.advanceTimersByTime(GEDULD_MS - 1);
    venster.dispatchEvent(new Event('keydown'));
    jest.advanceTimersByTime(GEDULD_MS - 1);
    expect(focusManager.isFocused()).toBe(true);
    jest.advanceTimersByTime(1);
    expect(focusManager.isFocused()).toBe(false);
    venster.dispatchEvent(new Event('pointerdown'));
    expect(focusManager.isFocused()).toBe(true);
  });
});
