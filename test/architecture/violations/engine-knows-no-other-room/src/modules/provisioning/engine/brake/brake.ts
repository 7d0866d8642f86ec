import '../../manual/member-edits.service.js';
import '../../access-api/preview/preview.service.js';
