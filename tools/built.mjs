// The last step of `npm run build`: the next start knows that these sources are built.
import { markBuilt } from './bootstrap.mjs';

markBuilt();
