package good.shadow;

class Object {}
