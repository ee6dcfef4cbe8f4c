package good.shadow;

class java {}
