// Spanish; accents are gone from plain text.
import { esLists, esSince } from './es-lists.ts';
import { every, exactly, type Words, words } from './shape.ts';

const NIGHT =
  '(?:(?:por|de|en|durante|a) (?:la |las )?noches?|nocturn[ao]s?|(?:el|en|los|en el|en los|de|del)? ?(?:fin(?:es)? de semana|finde)|fuera de(?:l)? horario(?: laboral)?|festivos|madrugada)';

export const es: Words = {
  language: 'es',
  spaces: true,
  common:
    /(?<![\p{L}\p{N}])(?:que|quien|quienes|cual|cuales|cuantos|cuantas|el|la|los|las|de|del|en|por|para|con|un|una|es|son|esta|estan|hay|y|no|mi|mis|tiene|tienen|se|como|cuando|donde|lo|su|nos|todo|todos|todas|a|al|si|le|les|desde|hola|gracias|tareas?|dame|noche)(?![\p{L}\p{N}])/gu,
  talk: [
    {
      says: 'hello',
      words: exactly(
        '(?:hola|buenas|buenos dias|buenas (?:tardes|noches)|que tal|saludos)(?: (?:remit|bot|a todos|de nuevo|equipo|que tal))*',
      ),
    },
    {
      says: 'well',
      words: exactly('(?:hola )?(?:como (?:estas|va|te va|andas)|todo bien|que pasa)(?: remit)?'),
    },
    {
      says: 'thanks',
      words: exactly(
        '(?:(?:ok|vale|perfecto|genial) )?(?:(?:muchas|mil) )?gracias(?: (?:por (?:la|tu) (?:ayuda|respuesta|info)|remit|de nuevo|a ti))*',
        'perfecto|genial|estupendo|entendido|muy util|excelente',
      ),
    },
    {
      says: 'bye',
      words: exactly('adios|hasta (?:luego|manana|pronto|la vista)|chao|nos vemos|buenas noches'),
    },
    {
      says: 'bot',
      words: exactly(
        'eres (?:un |una )?(?:bot|robot|humano|persona|maquina|ia)(?: real)?(?: o .{1,30})?|hay alguien(?: ahi)?|como te llamas',
      ),
    },
    {
      says: 'useless',
      words: exactly(
        '(?:eres|esto es|este bot es|que) ?(?:un |una )?(?:inutil|tonto|malo|basura|estupido|mierda)|no (?:sirves|entiendes|me ayudas)(?: (?:para nada|nada))?|no sirve(?: para nada)?',
      ),
    },
    { says: 'laugh', words: exactly('(?:ja ?){2,20}|que gracioso|cuentame un chiste') },
    { says: 'test', words: exactly('prueba|probando(?: probando)?|esto funciona') },
    { says: 'never mind', words: exactly('da igual|no importa|olvidalo|dejalo|nada|perdon') },
    { says: 'okay', words: exactly('vale|bueno|bien|si|no|claro|ya|ya veo|de acuerdo') },
  ],
  help: exactly(
    'ayuda(?:me)?|(?:necesito )?ayuda|que (?:puedes|sabes) hacer|que puedo (?:preguntar|hacer)(?:te)?|como (?:funciona(?:s)?|funciona esto)|quien eres|que eres|para que sirves',
  ),
  frame: every(
    'a al ahora algo algun alguna algunas alguno algunos area areas asunto asuntos aqui con cosa cosas cual cuales cuanta cuantas cuanto cuantos da dame de del dime el ella ellos en ensename es esa ese eso esta estan estas este esto estos existe existen favor fuera hace hacen hacer haz hay ha han inventario la las le les lista listado listame lleva llevan lo los me muestra muestrame nos nuestra nuestras nuestro nuestros o para parte pendientes pendiente por que queda quedan responsabilidad responsabilidades responsable responsables se sea sean sin sobre son su sus tarea tareas tema temas tenemos tengo tiene tienen toda todas todo todos trabajo trabajos una uno un unas unos va y ya quiero ver saber necesito puedes ahora mismo encarga encargan ocupa ocupan gestiona gestionan maneja depende dependen corresponde lado seccion hola gracias exactamente actualmente dentro ser cada cuales cargo',
  ),
  spelled:
    'responsable responsables nadie atrasado vencidas huerfanas proyectos seguridad proveedor telefono correo contacto suplente revision historial tareas noche'.split(
      ' ',
    ),
  pointing: every(
    'a ahi ahora al algo alguien alla asi aun bien como con cosa cual cuando de del dice donde dos el ella ellas ellos en entonces era es esa ese eso esta estan este esto fue ha hace hacen hacer han hasta hay la las le les lleva llevan lo los me mi mismo misma nos nosotros o ok otra otro para pasa persona por pues puedo que quien quienes se sea ser si siempre sin sobre son su sus tambien tan te tiene tienen todo tu un una uno va y ya yo favor dame encarga ocupa cubre responsable bueno vale caso tal tarea equipo proveedor responde hizo puso cargo gracias dia dias mas verdad tienen tenemos tengo tenga alguno alguna algun cada cuanto cuanta cual cuales haya hubo hacia estamos estaban estuvo fueron eran seria puede pueden podria podemos debo deberia debemos quiero quieren queremos sabe sabes saben dice dicen dijo digo creo creen cierto claro tampoco ni nada nadie aqui alli momento manera forma gente oye mira perdona por quien igual ademas mucho muy poco',
  ),
  pronouns: words('eso|esto|ese|esa|ellos|ella|el|le|les|su|sus|lo|los'),
  facets: [
    {
      facet: 'backup',
      points: words(
        '(?:si|cuando|mientras) (?:[a-z]+ ){0,3}(?:enferm[oa]s?|no (?:contestan?|responden?|cogen?|coge el telefono|estan?|puede|pueden)|ocupad[oa]s?|de viaje|se (?:pone|ponen) enferm[oa]s?|falla|fallan|desaparece)(?: .{0,12})?|(?:otra|alguna otra) persona|alguien mas|otro contacto|plan b|nadie (?:contesta|responde)|relevo|suplentes?|sustitut[oa]s?|reemplazo|respaldo|segund[oa]|back ?up|(?:si|cuando|mientras) (?:[a-z]+ ){0,3}(?:no esta|esta (?:de vacaciones|enferm[oa]|de baja|fuera)|falta|de baja|vacaciones|se va|ausente)|en su ausencia|ausencia|(?:le|lo|la|los) (?:sustituye|reemplaza|cubre)|sustitu(?:ye|ir|irle|irlo|irla|irles)|reemplaz(?:a|ar|arle|arlo)|cubr(?:e|ir|irle)|quien mas',
      ),
      names: words(
        '(?:quien es (?:el |la )?|hay (?:algun )?|tiene )?(?:suplente|sustitut[oa]|reemplazo)(?: (?:de|del|para|en))?|quien (?:sustituye|reemplaza)',
      ),
    },
    {
      facet: 'contact',
      points: words(
        '(?:algun |el |un )?(?:telefono|movil|numero|correo|chat|buzon)|a que (?:numero|correo|direccion)(?: [a-z]+)?|(?:abro|abrir|pongo|poner|mando|envio)(?: (?:un|una))? (?:ticket|incidencia|correo|mensaje)|ticket|hablar|hablo|(?:como )?(?:(?:los|le|les|lo|la|puedo|se) )*(?:contact(?:o|ar|arlos|arle|arlo)|localiz(?:o|ar|arlos|arle)|llam(?:o|ar|arlos|arle)|escrib(?:o|ir|irles|irle))|telefono|correo|email|e mail|numero(?: de telefono)?|extension|contacto|mail|direccion|horario|datos de contacto',
      ),
      names: words(
        '(?:cual es )?el (?:telefono|correo|numero|email|contacto) (?:de|del|para)|como (?:contacto|puedo contactar|localizo|llamo)(?: (?:con|a))?',
      ),
    },
    {
      facet: 'after_hours',
      points: words(
        NIGHT,
        '(?:los |el )?(?:domingos?|sabados?|festivos?)|navidad(?:es)?|(?:a|sobre) las \\d{1,2}(?: de la (?:noche|manana|madrugada))?|a las (?:dos|tres|cuatro|cinco)(?: de la (?:manana|madrugada))?|cuando (?:cierra|cierran|esta cerrad[oa])(?: la oficina)?|fuera de horas|24 horas|noche|noches|sabados?|domingos?|festivos?|guardia|madrugada|de guardia|\\d{1,2} de la (?:noche|manana)|despues de las \\d{1,2}',
      ),
      names: words(
        `(?=por|de|los|el|fuera)(?<=^(?:y )?quien (?:[a-z0-9]+ ){1,8})(?:por la noche|de noche|los fines de semana|el fin de semana|fuera de horario|(?:los |el )(?:domingos?|sabados?))(?! (?:si|cuando))`,
      ),
    },
    {
      facet: 'history',
      points: words(
        'desde (?:hace )?(?:cuanto|cuando)(?: tiempo)?|(?:quien|quienes) (?:lo |la |les )?(?:tenia|hacia|llevaba|hizo|dijo|aprobo|firmo)(?: antes)?|quien (?:tomo|ha tomado) (?:esa|la|esta) decision|(?:ultimo|ultimos) cambios?|en el pasado|anos|meses|desde cuando|historial|antes|cambio|cambiado|cambios|quien (?:lo |la )?(?:decidio|cambio|asigno|puso|dijo)|cuando (?:se )?(?:decidio|cambio|asigno|acordo|fue)|hace cuanto|cuanto tiempo|siempre',
      ),
      names: words(
        'desde cuando(?: (?:lleva|es|esta|hace|tiene))?|(?:el )?historial (?:de|del)|quien (?:cambio|asigno) (?:al )?(?:responsable|dueno) de',
      ),
    },
    {
      facet: 'next_review',
      points: words(
        'hasta cuando|(?:vale|valido|dura)(?: hasta)?|cuando (?:se )?(?:vuelve|volvemos|hablamos|mira|mirara|comprueba)(?: .{0,15})?|plazo|fecha(?: limite)?|(?:proxima |siguiente )?(?:revision|comprobacion)|revis(?:a|ar|amos|ara|an|arse)(?: de nuevo)?|cuando (?:toca|vence|caduca)|vence|caduca',
      ),
      names: words(
        '(?:cuando (?:es|toca) )?la (?:proxima|siguiente) revision (?:de|del)|cuando (?:se )?revis(?:a|ara|amos)',
      ),
    },
    {
      facet: 'reason',
      points: words(
        '(?:esta )?(?:por|puesto por) escrito|contrato|ventajas?|(?:no )?nosotros mismos|como (?:es que|asi)|por que|porque|motivo|razon|a que se debe|justificacion|y eso',
      ),
      names: words(
        '^(?:y )?por que(?= (?:[a-z0-9]+ ){1,9}(?:lleva|responsable|asignad[oa]|encarga))|(?:cual es )?(?:el motivo|la razon) (?:de|por|para)',
      ),
    },
    {
      facet: 'status',
      points: words(
        '(?:lo |la )?(?:han|ha) (?:aceptado|confirmado|firmado|dicho que si|acordado)(?: ya)?|(?:lo )?saben|(?:va|van|marcha|marchan|funciona|funcionan)(?: (?:todo|bien|mal|regular))*|(?:hay |algun )?(?:quejas?|problemas?)|es (?:definitivo|seguro|oficial|correcto|fijo)|segur[oa]s?|estado|aceptad[oa]|confirmad[oa]|acordad[oa]|aceptaron|acepto|confirmo|va bien|funciona(?: bien)?|como va|va|problemas|al dia|oficial|de acuerdo|seguro',
      ),
      names: words(
        '(?:cual es )?(?:el )?estado (?:de|del)|^(?:y )?esta(?= .{1,50} (?:aceptad|confirmad))|como va(?:n)?(?= (?:el|la|los|las) )',
      ),
    },
  ],
  denies:
    /^(?:y )?quien(?:es)? no (?:se )?(?:lleva|llevan|es|gestiona|tiene|hace|encarga|ocupa|responsable)(?![^ ])/u,
  sameFor: [
    /^(?:y|y que hay de|que hay de|que tal|que pasa con|y para|lo mismo para|y con|tambien)(?: (?:con|de|para|el|la|los|las|en))? (?<subject>.+)$/u,
    /^(?<subject>.+) tambien$/u,
  ],
  takesBack: exactly('no(?: (?:es |me refiero a )?.{1,60})?'),
  picks: {
    ordinals: [
      words('primer[oa]?|1ro|1ra'),
      words('segund[oa]|2do'),
      words('tercer[oa]?'),
      words('cuart[oa]'),
    ],
    last: words('ultim[oa]'),
    around: every('numero opcion'),
    other: exactly('(?:no )?(?:(?:el|la) )?otr[oa](?: opcion)?'),
    all: exactly('(?:l[oa]s )?(?:dos|tres|ambos|ambas|todos|todas)(?: ell[oa]s)?'),
    none: exactly(
      '(?:no )?ningun[oa](?: de (?:ellos|ellas|esos|esas|estos|estas|los dos))?|otra cosa|nada de eso',
    ),
    about: [/^(?:no )?(?:el|la|lo) (?:de|del|que|sobre)(?: (?:el|la|los|las))? (?<subject>.+)$/u],
  },
  assign: [
    {
      sure: false,
      words:
        /^(?:por favor )?(?:asigna(?:r|le)?|pasa(?:r)?|da(?:r)?|transfiere|entrega(?:r)?) (?<task>.+?) (?:a|al) (?<to>.+)$/u,
    },
    {
      sure: true,
      words:
        /^(?:por favor )?cambi(?:a|ar) (?:el|la) (?:responsable|dueno|duena) de(?:l)? (?<task>.+?)(?: (?:a|por) (?<to>.+))?$/u,
    },
    {
      sure: false,
      words: /^(?:pon(?:er)?|haz) a (?<to>.+?) (?:como )?responsable de (?<task>.+)$/u,
    },
  ],
  anybody: exactly('(?:otra persona|alguien(?: mas)?|otro|nosotros|mi|nadie|el proveedor)'),
  lists: esLists,
  since: esSince,
};
