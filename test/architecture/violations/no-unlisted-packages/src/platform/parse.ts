import 'acorn';
