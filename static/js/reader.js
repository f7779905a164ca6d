// Everything that the reader adds when scripts run; without them its links do the same.

import "./cards.js";
import "./steps.js";
import "./place.js";
import "./fragments.js";
import "./view.js";
import "./blocks.js";
import "./find.js";
import "./arriving.js";
import "./citing.js";
import "./progress.js";
import "./live.js";
