package good.shadow;

class Configuration {}
