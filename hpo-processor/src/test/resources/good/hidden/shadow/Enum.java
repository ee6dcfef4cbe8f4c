package good.shadow;

class Enum {}
