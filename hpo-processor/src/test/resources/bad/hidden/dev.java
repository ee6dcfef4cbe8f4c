package bad.hidden;

class dev {}
