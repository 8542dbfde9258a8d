// A browser's storage for tests: it can be full, have room for only so much more, refuse, and be shared by two tabs.

export class FakeStorage {
  constructor() {
    Object.defineProperty(this, "isFull", { value: false, writable: true });
    Object.defineProperty(this, "room", { value: Infinity, writable: true });
    Object.defineProperty(this, "isBlocked", { value: false, writable: true });
  }

  getItem(key) {
    if (this.isBlocked) throw new Error("blocked");
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, text) {
    if (this.isBlocked) throw new Error("blocked");
    if (this.isFull || this.room < 1) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
    this.room -= 1;
    this[key] = text;
  }

  removeItem(key) {
    if (this.isBlocked) throw new Error("blocked");
    delete this[key];
  }
}
