// Loaded after the numbers are shown.
import "./charts.mjs";
import "./qr.mjs";
