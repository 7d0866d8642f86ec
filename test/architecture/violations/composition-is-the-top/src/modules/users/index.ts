import '../../app.setup.js';
