package bad.hidden.clean;

class dev {}
