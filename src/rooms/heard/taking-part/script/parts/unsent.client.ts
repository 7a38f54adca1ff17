/** The store of what waits on this device to be sent, sealed. */

export interface Waiting {
  readonly id: string;
  readonly survey: string;
  readonly sealed: string;
  /** Why it was refused; it stays until somebody saves it and throws it away. */
  readonly refused?: string;
}

export function openStore(): Promise<IDBDatabase> {
  return new Promise((settle, fail) => {
    const asked = indexedDB.open('kept', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('unsent', { keyPath: 'id' });
    asked.onsuccess = () => settle(asked.result);
    asked.onerror = () => fail(asked.error ?? new Error('no store'));
  });
}

export async function inStore<T>(
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openStore();
  try {
    return await new Promise((settle, fail) => {
      const transaction = database.transaction('unsent', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('unsent'));
      // Not before the store says that it is safe.
      transaction.oncomplete = () => settle(request.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error ?? new Error('not stored'));
    });
  } finally {
    database.close();
  }
}

export function allWaiting(): Promise<readonly Waiting[]> {
  return inStore<Waiting[]>('readonly', (records) => records.getAll());
}
