import * as v from 'valibot';

/** One Cisco Extended Functions application, as it introduces itself to CTIManager. */
export const applicationSchema = v.strictObject({
  application: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** IPv4, of the server that it runs on. */
  address: v.pipe(v.string(), v.ipv4()),
  /** "CBB Change Notification TCP Port": where it is told of changes of the database. */
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  /** Chosen at random when it starts: no two are the same, and a connection that it makes anew is known as its own. */
  instance: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
export type CtiApplication = Readonly<v.InferOutput<typeof applicationSchema>>;

/**
 * All applications whose provider is open, told to each of them whenever that changes. `active`: the instance of the one that
 * CTIManager lets open lines and tells of keys; null = none at the moment.
 */
export const rollSchema = v.strictObject({ applications: v.array(applicationSchema), active: v.nullable(v.string()) });
export type ApplicationRoll = Readonly<v.InferOutput<typeof rollSchema>>;

/** The notification method that carries it. */
export const ROLL_METHOD = 'applications';

/** What a phone has been sent, by the name that the sender has given it. */
export const deliverySchema = v.strictObject({
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  delivery: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
export type Delivery = Readonly<v.InferOutput<typeof deliverySchema>>;
