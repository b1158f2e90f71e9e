import * as v from 'valibot';
import { cutName, cutNumber, cutReason } from '../base/outside-text';

/** What comes from outside is cut where it crosses the boundary, not refused: the call that it names is a call all the same. */
export const outsideName = v.pipe(v.string(), v.transform(cutName));
export const outsideNumber = v.pipe(v.string(), v.transform(cutNumber));
export const outsideReason = v.pipe(v.string(), v.transform(cutReason));
