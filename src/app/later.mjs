// What is loaded after the numbers stand.
import "./charts.mjs";
import "./qr.mjs";
