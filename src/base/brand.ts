/** A type that only its own mint gives out, so that ids of two kinds cannot be swapped. */
export type Brand<T, Name extends string> = T & { readonly brand: Name };
